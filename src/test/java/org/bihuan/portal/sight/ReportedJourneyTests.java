package org.bihuan.portal.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestStaff.Member;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.frame.Visitor;
import org.bihuan.portal.sight.PolicyScene.Matter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A report never reaches the unit it reports, nor one beneath it, through any door. */
@TestApp
class ReportedJourneyTests {

  private static final String TITLE = "举报治安大队收红包";

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired Sights sights;
  @Autowired Cases cases;
  @Autowired Staff members;

  private PolicyScene scene = new PolicyScene(0, staff, work, clock);
  private Matter matter = new Matter("", "");

  @BeforeEach
  void begins() {
    work.begin();
    scene = new PolicyScene(port, staff, work, clock);
    matter = report("public-security");
  }

  private Matter report(String unit) {
    var answer = scene.post(staff.token(Role.CLERK), "/api/v1/cases", body(unit, "report"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var tree = PolicyScene.read(answer);
    return new Matter(tree.path("number").asString(), tree.path("code").asString());
  }

  private static String body(String unit, String kind) {
    return """
        {"procedure":"appeal","item":"other","title":"%s","area":"140213051",
         "applicant":{"name":"张三丰","phone":"13812345678"},
         "facts":{"kind":"%s","reported":"%s","description":"办事要塞红包，有录音"}}
        """
        .formatted(TITLE, kind, unit);
  }

  private Visitor as(Member member) {
    return new Visitor(port).as(member.login(), member.password());
  }

  private String api() {
    return "/api/v1/cases/" + matter.number();
  }

  private String sheet() {
    return "/desk/cases/" + matter.number();
  }

  /** The traffic police lie beneath the unit that is reported. */
  @ParameterizedTest
  @EnumSource(names = {"CLERK", "DISPATCHER", "HANDLER", "APPROVER", "CALLER", "LEADER", "ADMIN"})
  void isHiddenFromItsPeople(Role role) {
    for (var unit : List.of("public-security", "traffic-police")) {
      var member = staff.in(unit, role);
      assertThat(scene.get(member.token(), api()).statusCode()).isEqualTo(404);
      assertThat(scene.get(member.token(), api() + "/clocks/acceptance").statusCode())
          .isEqualTo(404);
      assertThat(scene.get(member.token(), "/api/v1/worklist?limit=200").body())
          .doesNotContain(matter.number());
      assertThat(scene.get(member.token(), "/api/v1/worklist?q=" + matter.number()).body())
          .doesNotContain(TITLE);
      assertThat(scene.get(member.token(), "/api/v1/worklist?kind=report&limit=200").body())
          .doesNotContain(matter.number());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLERK", "DISPATCHER", "CALLER", "LEADER"})
  void isNotMovedByItsPeople(Role role) {
    var member = staff.in("traffic-police", role);
    for (var act : List.of("accept", "redirect", "withdraw", "call-back", "dispatch")) {
      var answer = scene.post(member.token(), api() + "/acts/" + act, "{}");
      assertThat(answer.statusCode()).as(act + answer.body()).isEqualTo(404);
    }
    var asked = "{\"fields\":[\"phone\"],\"reason\":\"核实情况需要联系\"}";
    assertThat(scene.post(member.token(), api() + "/reveal", asked).statusCode()).isEqualTo(404);
  }

  @Test
  void isOnNoPageOfItsPeople() {
    var desk = as(staff.in("public-security", Role.DISPATCHER));
    for (var path :
        List.of(
            sheet(),
            sheet() + "/clocks/acceptance",
            sheet() + "/acts/accept",
            sheet() + "/reveal",
            sheet() + "/twins",
            sheet() + "/files/" + UUID.randomUUID())) {
      assertThat(desk.open(path).status()).as(path).isEqualTo(404);
    }
    for (var path :
        List.of(
            "/desk?queue=all",
            "/desk?queue=all&kind=report",
            "/desk?queue=all&q=" + matter.number(),
            "/desk?queue=received",
            "/desk/search?q=" + matter.number(),
            "/desk/search?q=5678",
            "/desk/search?q=" + "jbzadd",
            "/desk/bulk?n=" + matter.number())) {
      assertThat(desk.open(path).body()).as(path).doesNotContain(sheet());
    }
    var list = desk.open("/desk?queue=all");
    assertThat(desk.sendFrom(list, "/desk/export", "queue", "all").body())
        .doesNotContain(matter.number());
    var clerk = as(staff.in("traffic-police", Role.CLERK));
    assertThat(clerk.open("/desk/file/slips/" + matter.number()).status()).isEqualTo(404);
  }

  @Test
  void isSeenByTheDeskThatSendsItOn() {
    var desk = as(staff.in("dispatch-centre", Role.DISPATCHER));
    assertThat(desk.open(sheet()).body()).contains(TITLE, "区公安分局");
    assertThat(desk.open("/desk?queue=all&kind=report").body()).contains(sheet());
    var list = desk.open("/desk?queue=all");
    assertThat(desk.sendFrom(list, "/desk/export", "queue", "all").body())
        .contains(matter.number());
  }

  @Test
  void isNotSentToIt() {
    var dispatcher = staff.in("dispatch-centre", Role.DISPATCHER);
    scene.act(dispatcher, matter, "accept", "{}");
    for (var unit : List.of("public-security", "traffic-police")) {
      var to = "{\"facts\":{\"unit\":\"" + unit + "\"}}";
      var answer = scene.post(dispatcher.token(), api() + "/acts/dispatch", to);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("kept-from-unit");
    }
    var part =
        """
        {"procedure":"joint","title":"协助核查","area":"140213051","parent":"%s",
         "applicant":{"name":"张三丰","phone":"13812345678"},
         "facts":{"task":"请核查有关情况","unit":"traffic-police"}}
        """
            .formatted(matter.number());
    assertThat(scene.post(dispatcher.token(), "/api/v1/cases", part).body())
        .contains("kept-from-unit");
    scene.act(dispatcher, matter, "dispatch", "{\"facts\":{\"unit\":\"civil-affairs\"}}");
    isNotMovedByItsPeople(Role.LEADER);
  }

  @Test
  void isHiddenFromADeputyOfItsPeople() {
    var file = cases.find(CaseNumber.parse(matter.number()).orElseThrow()).orElseThrow();
    var there = members.find(staff.in("traffic-police", Role.HANDLER).login()).orElseThrow();
    var here = members.find(staff.in("dispatch-centre", Role.DISPATCHER).login()).orElseThrow();
    var own = new Actor(there.id(), "", Set.of(Role.HANDLER), there.unit());
    var good = new Actor(here.id(), "", Set.of(Role.DISPATCHER), here.unit());
    var route = "GET /desk/cases/{number}";
    assertThat(sights.shows(route, good, file)).isTrue();
    assertThat(sights.shows(route, own.inSeatOf(here), file)).isFalse();
    assertThat(sights.shows(route, good.inSeatOf(there), file)).isFalse();
    assertThat(sights.keptFrom(own.inSeatOf(here))).contains("public-security");
  }

  @Test
  void mustNameAUnitThatLeavesSomebodyToTakeItIn() {
    for (var unit : List.of("district-office", "dispatch-centre")) {
      var answer = scene.post(staff.token(Role.CLERK), "/api/v1/cases", body(unit, "report"));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("12388");
    }
    assertThat(
            scene
                .post(staff.token(Role.CLERK), "/api/v1/cases", body("no-such-unit", "report"))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            scene.post(staff.token(Role.CLERK), "/api/v1/cases", body("street-051", "help")).body())
        .contains("not-a-report");
  }

  @Test
  void isNotGivenToItByTheDutyList() {
    var lamp = body("city-management", "report").replace("other", "street-lamp");
    var opened = scene.post(staff.token(Role.CLERK), "/api/v1/cases", lamp);
    assertThat(PolicyScene.read(opened).path("unit").asString()).isEqualTo("dispatch-centre");
  }
}
