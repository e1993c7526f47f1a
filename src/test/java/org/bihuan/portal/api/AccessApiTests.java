package org.bihuan.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets what, call by call. */
@TestApp
class AccessApiTests {

  private static final String CASES = "/api/v1/cases";
  private static final Set<Role> EVERYWHERE =
      Set.of(Role.CLERK, Role.DISPATCHER, Role.CALLER, Role.LEADER, Role.ADMIN);

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

  static Stream<Role> staffRoles() {
    return Stream.of(Role.values()).filter(r -> r != Role.APPLICANT && r != Role.SYSTEM);
  }

  private String appeal() {
    return api.opens(ApiFixtures.appeal("{\"description\":\"路灯整排不亮\"}")).number();
  }

  @Nested
  class Opening {

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"APPLICANT", "SYSTEM"},
        mode = EnumSource.Mode.EXCLUDE)
    void isForThoseTheProcedureNames(Role role) {
      boolean may = role == Role.CLERK || role == Role.INTEGRATOR;
      api.post(staff.token(role), CASES, ApiFixtures.licence()).expecting(may ? 201 : 403);
      if (!may) {
        api.post(staff.token(role), CASES, "{\"procedure\":\"licence\"}").expecting(403);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/cases/x", "/api/v1/worklist", "/api/v1/cases/x/clocks/y"})
    void needsAToken(String path) {
      var got = api.get((String) null, path).expecting(401);
      assertThat(got.header("WWW-Authenticate")).startsWith("Bearer");
      api.get("bihuan_" + "x".repeat(43), path).expecting(401);
    }
  }

  @Nested
  class Reading {

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"APPLICANT", "SYSTEM"},
        mode = EnumSource.Mode.EXCLUDE)
    void ofAnothersCaseIsAsIfThereWereNone(Role role) {
      var number = appeal();
      api.act(Role.DISPATCHER, number, "accept", "").expecting(200);
      api.act(Role.DISPATCHER, number, "dispatch", "{\"facts\":{\"unit\":\"city-management\"}}")
          .expecting(200);
      var token = staff.in("street-051", role).token();
      int expected = EVERYWHERE.contains(role) ? 200 : 404;
      api.get(token, CASES + "/" + number).expecting(expected);
      api.get(token, CASES + "/" + number + "/clocks/handling").expecting(expected);
    }

    @Test
    void staysWithUnitsThatOwnedItAndWithWhoOpenedIt() {
      var program = staff.another("dispatch-centre", Role.INTEGRATOR).token();
      var body = ApiFixtures.appeal("{\"description\":\"路灯整排不亮\"}");
      var number = api.post(program, CASES, body).expecting(201).number();
      api.act(Role.DISPATCHER, number, "accept", "").expecting(200);
      for (var unit : List.of("street-052", "street-053")) {
        api.act(Role.DISPATCHER, number, "dispatch", "{\"facts\":{\"unit\":\"" + unit + "\"}}")
            .expecting(200);
        api.act(
            unit,
            Role.HANDLER,
            number,
            "return",
            "{\"note\":\"不属于\",\"facts\":{\"clause\":\"other-area\"}}");
      }
      api.get(staff.in("street-052", Role.HANDLER).token(), CASES + "/" + number).expecting(200);
      api.get(staff.in("street-053", Role.APPROVER).token(), CASES + "/" + number).expecting(200);
      api.get(staff.in("street-054", Role.HANDLER).token(), CASES + "/" + number).expecting(404);
      api.get(program, CASES + "/" + number).expecting(200);
      var other = staff.another("dispatch-centre", Role.INTEGRATOR).token();
      api.get(other, CASES + "/" + number).expecting(404);
      api.post(other, CASES + "/" + number + "/acts/accept", "{}").refusing(404, "unknown-case");
      var under =
          ApiFixtures.licence().replace("\"title\"", "\"parent\":\"" + number + "\",\"title\"");
      assertThat(api.post(other, CASES, under).expecting(422).text("/errors/0/field"))
          .isEqualTo("parent");
      var child = api.post(program, CASES, under).expecting(201);
      assertThat(api.get(program, CASES + "/" + child.number()).text("/parent")).isEqualTo(number);
      assertThat(api.get(program, CASES + "/" + number).text("/children/0"))
          .isEqualTo(child.number());
    }

    @Test
    void masksThePerson() {
      var got = api.get(Role.LEADER, CASES + "/" + appeal()).expecting(200);
      assertThat(got.text("/applicant/name")).startsWith("张").contains("*");
      assertThat(got.text("/applicant/phone")).matches("138\\*{4}5678");
      assertThat(got.body().toString()).doesNotContainPattern("138\\d{8}");
    }
  }

  @Nested
  class Acting {

    @Test
    void isRefusedToOtherRolesAndUnits() {
      var number = api.opens(ApiFixtures.licence()).number();
      api.act(Role.CLERK, number, "accept", "{}").refusing(403, "not-allowed");
      api.act(Role.ADMIN, number, "accept", "{}").refusing(403, "not-allowed");
      api.act("street-051", Role.HANDLER, number, "accept", "{}").refusing(403, "other-unit");
      api.act(Role.HANDLER, number, "deem-accepted", "{}").refusing(403, "not-allowed");
      api.act(Role.HANDLER, number, "nothing", "{}").refusing(404, "unknown-act");
      api.act(Role.HANDLER, number.replace("L", "M"), "accept", "{}").refusing(404, "unknown-case");
    }
  }

  @Nested
  class TheWorkList {

    @Test
    void isOfTheOwnUnitForHandlers() {
      api.opens(ApiFixtures.licence());
      var mine = api.get(Role.HANDLER, "/api/v1/worklist?limit=200").expecting(200);
      assertThat(mine.body().path("items")).isNotEmpty();
      assertThat(mine.body().path("items").findValuesAsString("unit"))
          .containsOnly("approval-bureau");
      api.get(Role.HANDLER, "/api/v1/worklist?unit=approval-bureau").expecting(200);
      api.get(Role.HANDLER, "/api/v1/worklist?unit=city-management").refusing(403, "other-unit");
      api.get(Role.DISPATCHER, "/api/v1/worklist?unit=city-management").expecting(200);
      api.get(Role.INTEGRATOR, "/api/v1/worklist").expecting(403);
    }

    @Test
    void turnsPagesOverEqualDueDates() {
      clock.set(TestingClock.BEGIN.plusSeconds(86400L * 100));
      var opened = new ArrayList<String>();
      for (int i = 0; i < 7; i++) {
        opened.add(api.opens(ApiFixtures.licence().replace("文兴文化产业园施工许可", "同日到期件")).number());
      }
      var seen = new ArrayList<String>();
      String after = "";
      do {
        var page = api.get(Role.DISPATCHER, "/api/v1/worklist?q=同日到期件&limit=2" + after);
        page.expecting(200);
        seen.addAll(page.body().path("items").findValuesAsString("number"));
        after = page.body().path("next").isNull() ? "" : "&after=" + page.text("/next");
      } while (!after.isEmpty());
      assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(opened);
    }
  }

  @Nested
  class Tracking {

    @Test
    void answersWrongCodeAndWrongTailAlike() {
      var code = api.opens(ApiFixtures.licence()).text("/code");
      var wrongTail = api.get((String) null, "/api/v1/track/" + code + "?phoneTail=0000");
      var wrongCode = api.get((String) null, "/api/v1/track/22222222?phoneTail=5678");
      wrongTail.refusing(404, "unknown-case");
      wrongCode.refusing(404, "unknown-case");
      assertThat(wrongTail.body().toString().replace(code, ""))
          .isEqualTo(wrongCode.body().toString().replace("22222222", ""));
      api.get((String) null, "/api/v1/track/" + code).refusing(404, "unknown-case");
      api.track(code).expecting(200);
      api.say(code, "accept", "").refusing(403, "not-allowed");
      api.say(code, "nothing", "").refusing(404, "unknown-act");
    }

    @Test
    void slowsDownWhoGuesses() {
      var code = api.opens(ApiFixtures.licence()).text("/code");
      for (int i = 0; i < 5; i++) {
        api.get((String) null, "/api/v1/track/" + code + "?phoneTail=000" + i).expecting(404);
      }
      var waits = api.track(code).refusing(429, "too-many-tries");
      assertThat(Integer.parseInt(String.valueOf(waits.header("Retry-After")))).isBetween(1, 60);
      clock.move(java.time.Duration.ofMinutes(1));
      api.track(code).expecting(200);
    }
  }
}
