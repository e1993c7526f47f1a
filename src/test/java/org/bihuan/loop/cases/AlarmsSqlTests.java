package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.cases.CaseFixtures.opening;
import static org.bihuan.loop.cases.CaseFixtures.staff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.RegisterRow;
import org.bihuan.loop.cases.timers.Alarms;
import org.bihuan.loop.cases.timers.StuckAlarm;
import org.bihuan.loop.cases.timers.TestingTimers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clocks do when they run out, seen in the register. */
class AlarmsSqlTests {

  private static final CaseFixtures HOUSE = new CaseFixtures();

  private final Alarms alarms = HOUSE.alarms();

  /** What other tests left behind has run through: what rings from now on is one's own. */
  @BeforeEach
  void nothingIsOverdue() {
    for (int i = 0; i < 3; i++) {
      HOUSE.clock.move(Duration.ofDays(4));
      alarms.ring();
    }
  }

  private static List<Entry> entries(CaseId id) {
    return HOUSE.cases.entries(id).stream().map(RegisterRow::entry).toList();
  }

  private static List<String> history(CaseId id) {
    return entries(id).stream().map(Entry::act).toList();
  }

  private static ClockRun run(CaseId id, String clock) {
    return HOUSE.cases.find(id).orElseThrow().clocks().stream()
        .filter(run -> run.clock().equals(clock))
        .findFirst()
        .orElseThrow();
  }

  /** A matter whose id puts it into this lane. */
  private static CaseId open(String procedure, int lane, String... circumstances) {
    var id = Stream.generate(HOUSE::newId).filter(i -> i.lane() == lane).findFirst().orElseThrow();
    var opening = opening(id, procedure, null);
    List.of(circumstances).forEach(fact -> opening.facts().put(fact, true));
    CaseFixtures.accepted(HOUSE.cases.open(List.of(opening)).getFirst());
    return id;
  }

  @Test
  void ringOnceAndNotAMomentEarly() {
    var id = HOUSE.open("licence");
    HOUSE.clock.set(run(id, "notice").due().at().minusNanos(1_000));
    assertThat(alarms.ring()).isZero();
    HOUSE.clock.move(Duration.ofNanos(1_000));
    assertThat(alarms.ring()).isEqualTo(1);
    assertThat(alarms.ring()).isZero();
    assertThat(HOUSE.alarms().ring()).isZero();
    assertThat(history(id)).containsExactly("open", "deem-accepted");
    var entry = entries(id).getLast();
    assertThat(entry.actor()).isEqualTo(Actor.CLOCK.id());
    assertThat(entry.role()).isEqualTo(Role.SYSTEM);
    assertThat(run(id, "notice").firedAt()).isEqualTo(entry.at());
    assertThat(HOUSE.verify().findings()).isEmpty();
  }

  @Test
  void catchUpAfterFortyDaysInTheOrderInWhichThingsWereDue() {
    var licence = open("licence", 3);
    var appeal = open("appeal", 3);
    var danger = open("appeal", 3, "danger");
    HOUSE.clock.move(Duration.ofDays(40));
    alarms.ring();
    assertThat(history(licence)).containsExactly("open", "deem-accepted", "overdue");
    assertThat(history(appeal)).containsExactly("open", "accept-by-alarm");
    assertThat(history(danger)).containsExactly("open", "accept-by-alarm");
    assertThat(List.of(place(danger, 1), place(appeal, 1), place(licence, 1), place(licence, 2)))
        .isSorted();
    assertThat(alarms.ring()).isZero();
    HOUSE.clock.move(Duration.ofDays(40));
    alarms.ring();
    assertThat(history(appeal)).endsWith("dispatch-overdue");
    assertThat(history(licence)).hasSize(3);
    assertThat(HOUSE.verify().findings()).isEmpty();
  }

  private static long place(CaseId id, int entry) {
    return entries(id).get(entry).place().position();
  }

  @Test
  void ringOnceThoughTwoProcessesRing() {
    var ids = IntStream.range(0, 40).mapToObj(_ -> HOUSE.open("appeal")).toList();
    HOUSE.clock.move(Duration.ofDays(4));
    long before = rung();
    var other = HOUSE.alarms();
    var there = CompletableFuture.supplyAsync(other::ring);
    int told = alarms.ring() + there.join();
    told += alarms.ring();
    assertThat(rung() - before).isEqualTo(told).isGreaterThanOrEqualTo(40);
    assertThat(ids).allMatch(id -> history(id).equals(List.of("open", "accept-by-alarm")));
    assertThat(HOUSE.verify().findings()).isEmpty();
  }

  private static long rung() {
    return HOUSE
        .database
        .jdbc()
        .sql("select count(*) from cases.case_entry where role = 'system'")
        .query(Long.class)
        .single();
  }

  @Test
  void areNotHeldUpByOneThatCannotBeDone() {
    var lost = HOUSE.open("appeal");
    var orphan = HOUSE.open("appeal");
    var fine = HOUSE.open("appeal");
    var owner = HOUSE.database.owner();
    owner
        .sql("update cases.case_file set state = 'limbo' where id = ?")
        .param(lost.value())
        .update();
    owner
        .sql("update cases.case_file set revision = 99 where id = ?")
        .param(orphan.value())
        .update();
    HOUSE.clock.move(Duration.ofDays(4));
    assertThat(alarms.ring()).isEqualTo(1);
    assertThat(history(fine)).endsWith("accept-by-alarm");
    assertThat(history(lost)).hasSize(1);
    owner
        .sql("update cases.case_file set state = 'received', revision = 1 where id = any(?)")
        .param(new UUID[] {lost.value(), orphan.value()})
        .update();
    assertThat(alarms.ring()).as("left alone for a while").isZero();
    HOUSE.clock.move(Duration.ofMinutes(6));
    assertThat(alarms.ring()).isEqualTo(2);
    assertThat(history(orphan)).endsWith("accept-by-alarm");
    assertThat(HOUSE.verify().findings()).isEmpty();
  }

  @Test
  void waitLongerEachTimeThenForAPersonWhoHasThemTriedAgain() {
    var stuck = TestingTimers.stuck(HOUSE.database.jdbc(), HOUSE.clock);
    var lost = HOUSE.open("appeal");
    set(lost, "limbo");
    HOUSE.clock.move(Duration.ofDays(4));
    alarms.ring();
    var first = stuck(lost).orElseThrow();
    assertThat(first.tries()).isEqualTo(1);
    assertThat(first.clock()).isEqualTo("acceptance");
    assertThat(first.reason()).isNotBlank();
    HOUSE.clock.move(Duration.ofMinutes(6));
    alarms.ring();
    HOUSE.clock.move(Duration.ofMinutes(6));
    alarms.ring();
    assertThat(stuck(lost).orElseThrow().tries()).as("ten minutes now").isEqualTo(2);
    HOUSE.clock.move(Duration.ofMinutes(6));
    alarms.ring();
    assertThat(stuck(lost).orElseThrow().parked()).isTrue();
    set(lost, "received");
    HOUSE.clock.move(Duration.ofDays(30));
    assertThat(alarms.ring()).as("waits for a person").isZero();
    assertThat(HOUSE.alarms().ring()).as("in every process").isZero();
    assertThat(stuck.again(lost.value(), "acceptance", 1)).isTrue();
    assertThat(alarms.ring()).isPositive();
    assertThat(history(lost)).contains("accept-by-alarm");
    alarms.ring();
    assertThat(stuck(lost)).isEmpty();
    assertThat(stuck.again(lost.value(), "acceptance", 1)).isFalse();
    assertThat(HOUSE.verify().findings()).isEmpty();
  }

  private static Optional<StuckAlarm> stuck(CaseId id) {
    return TestingTimers.stuck(HOUSE.database.jdbc(), HOUSE.clock).all(100).stream()
        .filter(alarm -> alarm.caseId().equals(id.value()))
        .findFirst();
  }

  private static void set(CaseId id, String state) {
    HOUSE
        .database
        .owner()
        .sql("update cases.case_file set state = ? where id = ?")
        .params(state, id.value())
        .update();
  }

  @Test
  void areSilentWhereTheMatterMovedInTime() {
    var id = HOUSE.open("appeal");
    HOUSE.does(id, "accept", staff(Role.DISPATCHER), "{}");
    HOUSE.does(id, "withdraw", CaseFixtures.person(), "{}");
    HOUSE.clock.move(Duration.ofDays(60));
    alarms.ring();
    assertThat(history(id)).containsExactly("open", "accept", "withdraw");
  }
}
