package org.bihuan.portal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.bihuan.portal.frame.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A leader reads a rate, opens its list and its definition; the head of a unit reads their own. */
@TestApp
class RatesJourneyTests {

  private static final String UNIT = "street-066";

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired Intake intake;
  @Autowired Cases cases;

  private static int count;

  @BeforeEach
  void begins() {
    work.begin();
  }

  private Visitor as(Role role, String unit) {
    var member = staff.in(unit, role);
    return new Visitor(port).as(member.login(), member.password());
  }

  private Visitor leader() {
    return as(Role.LEADER, "district-office");
  }

  private static Actor actor(Role role, String unit) {
    return new Actor(UUID.randomUUID(), role.code(), Set.of(role), unit);
  }

  private CaseView closed(int grade) {
    var facts = JsonNodeFactory.instance.objectNode().put("description", "夜里太吵，请管一管");
    var phone = "135%08d".formatted(++count);
    var person = new ApplicantForm("周密", phone, null, null, null);
    var title = "夜里太吵" + count;
    var filing =
        new Filing("appeal", "noise", title, "140213066", "online", person, facts, null, null);
    var file = ((Filed.Taken) intake.file(filing)).file();
    var desk = actor(Role.DISPATCHER, "dispatch-centre");
    act(file, "accept", desk, "{}");
    act(file, "dispatch", desk, "{\"unit\": \"" + UNIT + "\"}");
    act(file, "answer", actor(Role.HANDLER, UNIT), "{\"reply\": \"已经责令整改，请您核实。\"}");
    var self = Actor.applicant(file.subject().applicant(), "");
    return act(file, "confirm", self, grade == 0 ? "{}" : "{\"rating\": " + grade + "}");
  }

  private CaseView act(CaseView file, String act, Actor actor, String facts) {
    var json = (ObjectNode) JsonMapper.shared().readTree(facts);
    var made = new Act(file.identity().id(), act, actor, null, "因为如此", json, null);
    return ((Decision.Accepted) cases.perform(List.of(made)).getFirst()).file();
  }

  @Test
  void openTheirListAndTheirDefinition() {
    var one = closed(1);
    var other = closed(5);
    closed(0);
    work.follow();
    var leader = leader();
    var table = leader.open("/board/rates?period=year&by=unit");
    assertThat(table.body())
        .contains("水泊寺街道办事处", "name=street-066&amp;rate=satisfied&amp;standing=yes%2Cno", "未评价");
    var list =
        leader.open(
            "/board/rates/list?period=year&by=unit&name=street-066&rate=satisfied&standing=yes,no");
    assertThat(list.body())
        .contains(one.subject().title(), other.subject().title(), "非常满意", "非常不满意");
    var definition = leader.open("/board/figures/satisfied");
    assertThat(definition.body()).contains("没有评价不算满意", "基本满意", "GB/T 39046");
    assertThat(leader.open("/board/figures/nothing").status()).isEqualTo(404);
  }

  @Test
  void showSmallDenominatorsAsNumbers() {
    closed(1);
    work.follow();
    var page = leader().open("/board/rates?period=year&by=street&unit=" + UNIT);
    assertThat(page.body()).containsPattern("bh-rate\"[^>]*>\\d/\\d<");
  }

  @Test
  void areThoseOfTheirOwnUnitForItsHead() {
    closed(2);
    work.follow();
    var head = as(Role.APPROVER, "street-067");
    var table = head.open("/board/rates?period=year&unit=" + UNIT + "&by=unit");
    assertThat(table.body()).doesNotContain("水泊寺街道办事处", "选全区");
    var list =
        head.open("/board/rates/list?period=year&by=item&name=noise&rate=solved&unit=" + UNIT);
    assertThat(list.body()).doesNotContain("夜里太吵");
    var own = as(Role.APPROVER, UNIT);
    assertThat(own.open("/board/rates?period=year").body()).contains("噪声扰民");
    assertThat(own.open("/board/rates/list?period=year&by=item&name=noise&rate=solved").body())
        .contains("夜里太吵");
    assertThat(as(Role.HANDLER, UNIT).open("/board/rates").status()).isEqualTo(403);
  }

  @Test
  void sayWhatIsWrongWithDaysThatAreNoPeriod() {
    var leader = leader();
    for (var days : List.of("from=2026-11-20&to=2026-11-01", "from=abc&to=", "period=decade")) {
      var page = leader.open("/board/rates?" + days);
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains("日期不对");
    }
  }

  @Test
  void leaveAsFiles() {
    closed(3);
    work.follow();
    var leader = leader();
    assertThat(leader.open("/board/rates.csv?period=year&by=unit").body())
        .contains("满意率 分子", "水泊寺街道办事处", "合计");
    var address = "/board/rates/list?period=year&by=unit&name=street-066&rate=responded";
    var page = leader.open(address);
    var file = leader.sendFrom(page, address.replace("/list", "/list/export"));
    assertThat(file.body()).contains("夜里太吵", "按时答复");
  }

  @Test
  void areTheSameByTimeAndBothWaysRound() {
    closed(1);
    work.follow();
    var leader = leader();
    for (var sort : List.of("name", "-name", "-responded", "solved", "counted", "nonsense")) {
      var page = leader.open("/board/rates?period=year&by=time&lang=en&sort=" + sort);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).contains("November 2026", "Response rate");
    }
    assertThat(leader.open("/board/rates/list?period=year&by=time&name=2026-11&rate=solved").body())
        .contains("夜里太吵");
    assertThat(leader.open("/board/rates/again?period=year").status()).isEqualTo(200);
  }
}
