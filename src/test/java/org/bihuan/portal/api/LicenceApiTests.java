package org.bihuan.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.portal.api.ApiFixtures.Got;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A licence from receipt to archive, every act a call. */
@TestApp
class LicenceApiTests {

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired Register register;

  private ApiFixtures api;

  @BeforeEach
  void begins() {
    work.begin();
    api = new ApiFixtures(port, staff);
  }

  private LocalDate today() {
    return ChinaTime.day(clock.instant());
  }

  /** To the same hour of a later working day. */
  private void goTo(LocalDate day) {
    clock.move(Duration.ofDays(day.toEpochDay() - today().toEpochDay()));
  }

  /** The newest run of a clock. */
  private static JsonNode run(Got file, String clock) {
    return StreamSupport.stream(file.body().path("clocks").spliterator(), false)
        .filter(c -> c.path("clock").asString().equals(clock))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static LocalDate due(Got file, String clock) {
    return LocalDate.parse(run(file, clock).path("due").asString());
  }

  private Got read(String number) {
    return api.get(Role.CLERK, "/api/v1/cases/" + number).expecting(200);
  }

  @Test
  void runsThroughCorrectionStopAndExtensionToTheArchive() {
    var opened = api.opens(ApiFixtures.licence());
    var number = opened.number();
    assertThat(opened.header("Location")).endsWith("/api/v1/cases/" + number);
    assertThat(due(opened, "notice")).isEqualTo(SlowDays.workdays(today(), 5));
    assertThat(due(opened, "decision")).isEqualTo(SlowDays.workdays(today(), 7));
    assertThat(run(opened, "decision").path("promised").asString()).isEqualTo("1 workday");
    assertThat(run(opened, "decision").path("promisedDue").asString())
        .isEqualTo(SlowDays.workdays(today(), 1).toString());

    isCorrectedOnce(opened);
    var begun = today();
    api.act(Role.HANDLER, number, "accept", "{\"version\":3}").expecting(200);
    api.act(
            Role.HANDLER,
            number,
            "suspend",
            "{\"note\":\"专家评审\",\"facts\":{\"kind\":\"expert-review\"}}")
        .expecting(200);
    explainsAnOpenStop(number);
    int stopped = stoppedWorkdays(begun);
    api.act(Role.HANDLER, number, "resume", "{}").expecting(200);
    assertThat(due(read(number), "decision")).isEqualTo(SlowDays.workdays(begun, 7 + stopped));

    extends10(number);
    assertThat(due(read(number), "decision")).isEqualTo(SlowDays.workdays(begun, 7 + 10 + stopped));
    explainsTheWholeLimit(number, 17);
    endsInTheArchive(opened);
  }

  private void isCorrectedOnce(Got opened) {
    var number = opened.number();
    api.act(
            Role.HANDLER,
            number,
            "ask-correction",
            "{\"note\":\"材料不全\",\"facts\":{\"missing\":\"缺少规划许可证\"}}")
        .expecting(200);
    assertThat(due(read(number), "correction")).isEqualTo(SlowDays.workdays(today(), 30));

    clock.move(Duration.ofDays(1));
    api.say(opened.text("/code"), "supplement", ",\"facts\":{\"supplied\":\"已补规划许可证\"}")
        .expecting(200);
    var second = read(number);
    assertThat(run(second, "decision").path("run").asInt()).isEqualTo(2);
    assertThat(due(second, "decision")).isEqualTo(SlowDays.workdays(today(), 7));
  }

  private void explainsAnOpenStop(String number) {
    clock.move(Duration.ofDays(2));
    var days = api.get(Role.HANDLER, "/api/v1/cases/" + number + "/clocks/decision").expecting(200);
    assertThat(days.text("/status")).isEqualTo("stopped");
    var last = days.body().path("days").get(days.body().path("days").size() - 1);
    assertThat(last.path("date").asString()).isEqualTo(days.text("/due"));
    assertThat(days.body().path("days").findValuesAsString("kind")).contains("stopped");
    clock.move(Duration.ofDays(3));
  }

  /**
   * The days from the stop up to, not including, the one it ends on; the start day of the clock, on
   * which it stopped, is not counted anyway.
   */
  private int stoppedWorkdays(LocalDate begun) {
    int stopped = 0;
    for (var day = begun.plusDays(1); day.isBefore(today()); day = day.plusDays(1)) {
      stopped += SlowDays.works(day) ? 1 : 0;
    }
    return stopped;
  }

  private void extends10(String number) {
    api.act(Role.HANDLER, number, "extend", "{\"note\":\"同意\"}").refusing(403, "not-allowed");
    api.act(Role.APPROVER, number, "extend", "{\"note\":\"同意\"}").refusing(409, "condition-fails");
    api.act(Role.HANDLER, number, "ask-extension", "{\"facts\":{\"extensionReason\":\"需现场核查\"}}")
        .expecting(200);
    api.act(Role.APPROVER, number, "extend", "{}").refusing(422, "note-needed");
    var extended = api.act(Role.APPROVER, number, "extend", "{\"note\":\"同意延长\"}").expecting(200);
    assertThat(run(extended, "decision").path("extended").asString()).isEqualTo("10 workday");
    api.act(Role.APPROVER, number, "extend", "{\"note\":\"再延\"}").refusing(409, "already-done");
  }

  private void explainsTheWholeLimit(String number, int units) {
    var days = api.get(Role.CLERK, "/api/v1/cases/" + number + "/clocks/decision").expecting(200);
    var list = days.body().path("days");
    var last = list.get(list.size() - 1);
    assertThat(last.path("n").asInt()).isEqualTo(units);
    assertThat(last.path("date").asString()).isEqualTo(days.text("/due"));
    assertThat(list.get(0).path("kind").asString()).isEqualTo("start");
    api.get(Role.CLERK, "/api/v1/cases/" + number + "/clocks/decision?run=1").expecting(200);
    api.get(Role.CLERK, "/api/v1/cases/" + number + "/clocks/decision?run=9").expecting(404);
    api.get(Role.CLERK, "/api/v1/cases/" + number + "/clocks/nothing").expecting(404);
  }

  private void endsInTheArchive(Got opened) {
    var number = opened.number();
    api.act(Role.HANDLER, number, "grant", "{\"facts\":{\"licenceNumber\":\"140213202600012\"}}")
        .expecting(200);
    api.act(Role.CLERK, number, "deliver", "{\"facts\":{\"method\":\"window\"}}").expecting(200);
    assertThat(due(read(number), "rating")).isEqualTo(SlowDays.days(today(), 15));
    api.say(opened.text("/code"), "rate", ",\"facts\":{\"rating\":1}").expecting(200);
    var end = api.act(Role.CLERK, number, "archive", "").expecting(200);
    assertThat(end.text("/state")).isEqualTo("archived");
    assertThat(end.body().path("owner").isNull()).isTrue();
    assertThat(end.body().path("acts")).isEmpty();
    assertThat(end.body().path("dueAt").isNull()).isTrue();
    assertThat(end.body().path("entries")).hasSize((int) end.body().path("version").asLong());
    assertThat(register.verify().findings()).isEmpty();
  }

  @Test
  void isDeemedAcceptedFromReceiptWhenNobodySpeaks() {
    var opened =
        api.opens(
            ApiFixtures.licence()
                .replace("construction-permit", "outdoor-advertising")
                .replace(",\"siteArea\":1250.5", ""));
    var received = today();
    goTo(SlowDays.workdays(received, 5).plusDays(1));
    work.ringAlarms();
    var file = read(opened.number());
    assertThat(file.text("/state")).isEqualTo("review");
    assertThat(due(file, "decision")).isEqualTo(SlowDays.workdays(received, 20));
    assertThat(run(file, "notice").path("firedAt").isNull()).isFalse();
    var entry = file.body().path("entries").get(1);
    assertThat(entry.path("role").asString()).isEqualTo("system");
    assertThat(entry.path("digest").asString()).hasSize(64);
  }
}
