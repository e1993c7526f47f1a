package org.bihuan.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.portal.api.ApiFixtures.Got;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An appeal through return, objection, silence, call-back and reopening, every act a call. */
@TestApp
class AppealApiTests {

  private static final String FACTS = "{\"description\":\"古城街道北路灯整排不亮\"}";
  private static final String TO_STREET = "{\"facts\":{\"unit\":\"street-051\"}}";
  private static final String TO_CITY = "{\"facts\":{\"unit\":\"city-management\"}}";
  private static final String REPLY = "{\"facts\":{\"reply\":\"已更换灯具并恢复照明，感谢您的反映\"}}";

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;

  private ApiFixtures api;

  @BeforeEach
  void begins() {
    work.begin();
    api = new ApiFixtures(port, staff);
  }

  private LocalDate today() {
    return ChinaTime.day(clock.instant());
  }

  private String due(String number, String name) {
    return api.get(Role.CLERK, "/api/v1/cases/" + number + "/clocks/" + name).text("/due");
  }

  private void answers(String number, String unit) {
    api.act(unit, Role.HANDLER, number, "claim", "").expecting(200);
    api.act(unit, Role.HANDLER, number, "answer", REPLY).expecting(200);
  }

  @Test
  void comesBackUntilThePersonIsHeard() {
    var opened = api.opens(ApiFixtures.appeal(FACTS));
    var number = opened.number();
    var code = opened.text("/code");
    assertThat(due(number, "acceptance")).isEqualTo(SlowDays.workdays(today(), 1).toString());
    api.act(Role.DISPATCHER, number, "accept", "").expecting(200);
    api.act(Role.DISPATCHER, number, "dispatch", "{\"facts\":{\"unit\":\"nobody\"}}")
        .refusing(422, "unknown-unit");
    api.act(Role.DISPATCHER, number, "dispatch", TO_STREET).expecting(200);
    assertThat(due(number, "handling")).isEqualTo(SlowDays.days(today(), 7).toString());

    api.act("street-051", Role.HANDLER, number, "return", "{\"facts\":{\"clause\":\"other-duty\"}}")
        .refusing(422, "note-needed");
    api.act(
            "street-051",
            Role.HANDLER,
            number,
            "return",
            "{\"note\":\"非本单位职责\",\"facts\":{\"clause\":\"other-duty\"}}")
        .expecting(200);
    api.act(Role.DISPATCHER, number, "dispatch", TO_CITY).expecting(200);
    api.act("street-051", Role.HANDLER, number, "claim", "").refusing(403, "other-unit");
    answers(number, "city-management");

    api.say(code, "object", "").refusing(422, "note-needed");
    api.say(code, "object", ",\"note\":\"还有两盏不亮\"").expecting(200);
    api.act(Role.DISPATCHER, number, "dispatch", TO_CITY).expecting(200);
    answers(number, "city-management");
    isCalledBackAfterSilence(number);
    isReopened(number, code);
  }

  private void isCalledBackAfterSilence(String number) {
    assertThat(due(number, "confirmation")).isEqualTo(SlowDays.days(today(), 5).toString());
    clock.set(ChinaTime.startOf(SlowDays.days(today(), 5).plusDays(1)).plusSeconds(9 * 3600));
    work.ringAlarms();
    var waiting = api.get(Role.CALLER, "/api/v1/cases/" + number).expecting(200);
    assertThat(waiting.text("/state")).isEqualTo("callback");
    assertThat(waiting.body().path("acts").findValuesAsString("id"))
        .contains("call-back", "call-unreached")
        .doesNotContain("close-unreached");
    var both = staff.another("city-management", Role.HANDLER, Role.CALLER);
    var acts = "/api/v1/cases/" + number + "/acts/";
    api.post(both.token(), acts + "call-unreached", "{\"note\":\"无人接听\"}").expecting(200);
    handledBefore(number);
    var closed =
        api.act(
                Role.CALLER,
                number,
                "call-back",
                "{\"facts\":{\"asked\":\"路灯亮了没有\",\"said\":\"亮了\"}}")
            .expecting(200);
    assertThat(closed.text("/state")).isEqualTo("closed");
    assertThat(closed.body().path("facts").has("rating")).isFalse();
  }

  /** One who worked on it may not ask the person whether it was done well. */
  private void handledBefore(String number) {
    var dispatcher = staff.another("dispatch-centre", Role.DISPATCHER, Role.CALLER);
    var other = api.opens(ApiFixtures.appeal(FACTS)).number();
    var acts = "/api/v1/cases/" + other + "/acts/";
    api.post(dispatcher.token(), acts + "accept", "").expecting(200);
    api.act(Role.DISPATCHER, other, "dispatch", TO_CITY).expecting(200);
    answers(other, "city-management");
    clock.move(Duration.ofDays(8));
    work.ringAlarms();
    api.post(
            dispatcher.token(),
            acts + "call-back",
            "{\"facts\":{\"asked\":\"路灯亮了没有\",\"said\":\"亮了\"}}")
        .refusing(409, "handled-before");
    assertThat(number).isNotEqualTo(other);
  }

  private void isReopened(String number, String code) {
    var seen = api.track(code).expecting(200);
    assertThat(seen.body().path("acts").findValuesAsString("id")).contains("rate", "reopen");
    api.say(code, "reopen", ",\"note\":\"又不亮了\"").expecting(200);
    api.act(Role.CALLER, number, "dispatch", TO_CITY).refusing(403, "not-allowed");
    api.act(Role.DISPATCHER, number, "dispatch", TO_CITY).expecting(200);
    answers(number, "city-management");
    var end = api.say(code, "confirm", ",\"facts\":{\"rating\":2}").expecting(200);
    assertThat(end.text("/state")).isEqualTo("closed");
    assertThat(end.text("/plain/zh")).isEqualTo("已办结");
    assertThat(end.body().path("promised").isNull()).isTrue();
    clock.move(Duration.ofDays(60));
    api.say(code, "reopen", ",\"note\":\"又不亮了\"").refusing(409, "window-closed");
  }

  @Test
  void ofDangerIsCountedInHoursOfLocalTime() {
    var begin = Instant.parse("2026-11-27T15:30:00Z");
    clock.set(begin);
    var opened = api.opens(ApiFixtures.appeal("{\"description\":\"井盖缺失有危险\",\"danger\":true}"));
    var due = due(opened.number(), "acceptance");
    assertThat(due).endsWith("+08:00").startsWith("2026-11-28T01:30");
    var at = OffsetDateTime.parse(due).toInstant();
    assertThat(at).isBetween(begin.plusSeconds(7200), begin.plusSeconds(7201));
  }

  @Test
  void showsThePersonNoStaffAndNoColleaguesWords() {
    var opened = api.opens(ApiFixtures.appeal(FACTS));
    api.act(Role.DISPATCHER, opened.number(), "accept", "{\"note\":\"内部备注不外传\"}").expecting(200);
    Got seen = api.track(opened.text("/code")).expecting(200);
    assertThat(seen.body().toString()).doesNotContain("内部备注", "测试dispatcher", "138");
    assertThat(seen.body().path("steps")).hasSize(2);
    assertThat(seen.text("/promised")).isEqualTo(SlowDays.workdays(today(), 1).toString());
  }
}
