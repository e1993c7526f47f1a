package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.cases.CaseFixtures.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.TestingCalendars;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.RegisterRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Clocks that run into a year whose days off were not published when they began. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecountingSqlTests {

  private static final CaseFixtures HOUSE = new CaseFixtures();
  private static final Instant DECEMBER = Instant.parse("2026-12-28T02:00:00Z");
  private static final Limit NOTICE = Limit.of("5 workday");

  private CaseId counting;
  private CaseId standing;
  private CaseId hourly;
  private CaseId closed;
  private ClockRun before;

  @BeforeAll
  void importsTheYear() {
    HOUSE.clock.set(DECEMBER);
    counting = HOUSE.open("licence");
    before = run(counting, "notice");
    standing = HOUSE.open("licence");
    HOUSE.does(standing, "accept", staff(Role.HANDLER), "{}");
    HOUSE.does(standing, "suspend", staff(Role.HANDLER), "{\"kind\": \"hearing\"}");
    hourly = HOUSE.newId();
    var opening = CaseFixtures.opening(hourly, "appeal", null);
    opening.facts().put("danger", true);
    HOUSE.cases.open(List.of(opening));
    closed = HOUSE.open("licence");
    HOUSE.does(closed, "withdraw", CaseFixtures.person(), "{}");
    assertThat(TestingCalendars.publish2027(HOUSE.calendars)).isTrue();
    HOUSE.recounting().calendarChanged(HOUSE.calendars.current());
  }

  private static ClockRun run(CaseId id, String clock) {
    return HOUSE.cases.find(id).orElseThrow().clocks().stream()
        .filter(run -> run.clock().equals(clock))
        .findFirst()
        .orElseThrow();
  }

  private static List<Entry> entries(CaseId id) {
    return HOUSE.cases.entries(id).stream().map(RegisterRow::entry).toList();
  }

  private static List<String> history(CaseId id) {
    return entries(id).stream().map(Entry::act).toList();
  }

  @Test
  void recordsOldAndNewDueDay() {
    var after = run(counting, "notice");
    var counted = HOUSE.calendars.current().due(NOTICE, DECEMBER, List.of());
    assertThat(before.due().provisional()).isTrue();
    assertThat(after.due()).isEqualTo(counted).isNotEqualTo(before.due());
    assertThat(after.due().provisional()).isFalse();
    var data = Objects.requireNonNull(entries(counting).getLast().content().data());
    var change = data.path("recounted").path(0);
    assertThat(change.path("clock").asString()).isEqualTo("notice");
    assertThat(change.path("was").asString()).isEqualTo(before.due().day().toString());
    assertThat(change.path("now").asString()).isEqualTo(after.due().day().toString());
    assertThat(HOUSE.cases.find(counting).orElseThrow().times().dueAt()).isEqualTo(counted.at());
  }

  @Test
  void leavesAloneWhatStandsStillWhatCountsHoursAndWhatIsOver() {
    assertThat(entries(standing).getLast().content().data()).isNotNull();
    assertThat(history(hourly)).containsExactly("open");
    assertThat(history(closed)).containsExactly("open", "withdraw");
    var resumed = HOUSE.does(standing, "resume", staff(Role.HANDLER), "{}");
    var decision = resumed.clocks().stream().filter(c -> c.clock().equals("decision")).toList();
    assertThat(decision.getFirst().due().provisional()).isFalse();
  }

  @Test
  void happensOnce() {
    var there = HOUSE.recounting();
    there.calendarChanged(HOUSE.calendars.current());
    HOUSE.clock.move(Duration.ofSeconds(31));
    there.calendarChanged(HOUSE.calendars.current());
    there.calendarChanged(HOUSE.calendars.current());
    assertThat(history(counting)).containsExactly("open", "recount");
  }

  @Test
  void keepsTheRegisterWhole() {
    assertThat(HOUSE.verify().findings()).isEmpty();
  }
}
