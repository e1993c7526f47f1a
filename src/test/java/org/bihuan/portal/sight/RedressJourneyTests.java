package org.bihuan.portal.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestStaff.Member;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Role;
import org.bihuan.portal.frame.Visitor;
import org.bihuan.portal.sight.PolicyScene.Matter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bad rating is mended or disputed; a ruling becomes a row of the duty list. */
@TestApp
class RedressJourneyTests {

  private static final String UNIT = "street-053";

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired JdbcClient jdbc;

  private PolicyScene scene = new PolicyScene(0, staff, work, clock);

  @BeforeEach
  void begins() {
    work.begin();
    scene = new PolicyScene(port, staff, work, clock);
  }

  private Member handler() {
    return staff.in(UNIT, Role.HANDLER);
  }

  private Visitor as(Member member) {
    return new Visitor(port).as(member.login(), member.password());
  }

  private Matter rated(int grade) {
    var matter = scene.fresh();
    var dispatcher = staff.in("dispatch-centre", Role.DISPATCHER);
    scene.act(dispatcher, matter, "accept", "{}");
    to(matter, UNIT);
    var reply = "{\"facts\":{\"reply\":\"已通知施工方加强管理\"}}";
    scene.act(handler(), matter, "answer", reply);
    say(matter, "confirm", "{\"rating\":" + grade + "}");
    work.follow();
    return matter;
  }

  private void to(Matter matter, String unit) {
    scene.act(
        staff.in("dispatch-centre", Role.DISPATCHER),
        matter,
        "dispatch",
        "{\"facts\":{\"unit\":\"" + unit + "\"}}");
  }

  private void say(Matter matter, String act, String facts) {
    var body = "{\"phoneTail\":\"5678\",\"facts\":" + facts + "}";
    var answer = scene.post(null, "/api/v1/track/" + matter.code() + "/acts/" + act, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private List<Matter> mendings(Matter matter) {
    return jdbc.sql(
            """
            select number, code from cases.case_file
             where procedure = 'redress' and facts ->> 'about' = ?
            """)
        .param(matter.number())
        .query((row, n) -> new Matter(row.getString("number"), row.getString("code")))
        .list();
  }

  private boolean leftOut(Matter matter) {
    return jdbc.sql(
            """
            select r.left_out from voice.v_rating r join cases.case_file f on f.id = r.case_id
             where f.number = ? and r.grade is not null
            """)
        .param(matter.number())
        .query(Boolean.class)
        .single();
  }

  @Nested
  class ABadRating {

    @Test
    void isMendedByTheUnitAndRatedAgain() {
      var matter = rated(5);
      var mending = mendings(matter).getFirst();
      var person = new Visitor(port);
      var track = person.send("/track", "code", matter.code(), "tail", "5678");
      assertThat(track.body()).contains("差评整改", "/track/" + mending.code());
      assertThat(person.open("/track/" + mending.code()).body()).contains("一个工作日内与您联系");

      assertThat(as(handler()).open("/desk/cases/" + matter.number()).body())
          .contains("/desk/cases/" + mending.number());
      scene.act(handler(), mending, "contact", "{\"facts\":{\"contacted\":\"电话致歉并约定时间\"}}");
      var reply = "{\"facts\":{\"reply\":\"已重新清扫并加派巡查人员值守\"}}";
      scene.act(handler(), mending, "mend", reply);
      say(mending, "rate-mending", "{\"rating\":5}");
      work.follow();
      assertThat(mendings(mending)).as("a mending sets no further one going").isEmpty();
      assertThat(leftOut(matter)).isFalse();
    }

    @Test
    void isLeftOutOfTheScoreOnceADisputeWasUpheldBySomebodyElse() {
      var matter = rated(4);
      var mending = mendings(matter).getFirst();
      scene.act(handler(), mending, "contact", "{\"facts\":{\"contacted\":\"本人称按错了键\"}}");
      var dispute = "{\"note\":\"误按\",\"facts\":{\"disputed\":\"mistaken\"}}";
      scene.act(handler(), mending, "dispute", dispute);
      assertThat(leftOut(matter)).isFalse();
      var leader = staff.in("district-office", Role.LEADER);
      scene.act(leader, mending, "uphold-dispute", "{\"note\":\"有通话记录为证\"}");
      work.follow();
      assertThat(leftOut(matter)).isTrue();
      var person = new Visitor(port);
      assertThat(person.send("/track", "code", matter.code(), "tail", "5678").body())
          .contains("保留显示");
    }

    @Test
    void isNoneOfThreeOrBetter() {
      assertThat(mendings(rated(3))).isEmpty();
      assertThat(mendings(rated(1))).isEmpty();
    }
  }

  @Nested
  class ARuling {

    private Matter ruled() {
      var matter = scene.fresh();
      scene.act(staff.in("dispatch-centre", Role.DISPATCHER), matter, "accept", "{}");
      for (var unit : List.of("street-050", "street-051", "street-052")) {
        to(matter, unit);
        var back = "{\"note\":\"不归我们\",\"facts\":{\"clause\":\"other-duty\"}}";
        scene.act(staff.in(unit, Role.HANDLER), matter, "return", back);
      }
      var rule = "{\"note\":\"无主路灯由街道代管\",\"facts\":{\"unit\":\"street-053\"}}";
      scene.act(staff.in("district-office", Role.LEADER), matter, "rule", rule);
      return matter;
    }

    @Test
    void becomesARowOfTheDutyListThatIsReadFirstAndCanBeEnded() {
      var matter = ruled();
      var desk = as(staff.in("dispatch-centre", Role.DISPATCHER));
      var sheet = desk.open("/desk/cases/" + matter.number());
      assertThat(sheet.body()).contains("退回3次", "记入派单目录");
      var list = desk.sendFrom(sheet, "/desk/duties", "area", "street");
      assertThat(list.path()).isEqualTo("/desk/duties");
      assertThat(list.body()).contains("已记入派单目录", "无主路灯由街道代管", matter.number());
      assertThat(unitOf(scene.fresh())).isEqualTo("street-053");
      assertThat(desk.sendFrom(sheet, "/desk/duties", "area", "street").body())
          .contains("请先撤销原来的一条");

      var id = list.body().replaceAll("(?s).*duties/([0-9a-f-]{36})/end.*", "$1");
      assertThat(desk.sendFrom(list, "/desk/duties/" + id + "/end").body()).contains("已撤销");
      assertThat(unitOf(scene.fresh())).isEqualTo("city-management");
      assertThat(desk.sendFrom(list, "/desk/duties/" + id + "/end").body()).contains("没有这一条");
    }

    @Test
    void isNotWrittenDownForACaseNobodyRuledOn() {
      var desk = as(staff.in("dispatch-centre", Role.DISPATCHER));
      var page = desk.open("/desk/duties");
      var number = scene.fresh().number();
      assertThat(desk.sendFrom(page, "/desk/duties", "number", number).body())
          .contains("没有裁定过承办单位");
      var handler = as(handler());
      assertThat(handler.open("/desk/duties").status()).isEqualTo(403);
    }

    private String unitOf(Matter matter) {
      var answer = scene.get(staff.token(Role.LEADER), "/api/v1/cases/" + matter.number());
      return PolicyScene.read(answer).path("unit").asString();
    }
  }

  @Nested
  class AnExtension {

    /** The clock of a unit that gave the matter back has ended and says nothing any more. */
    @Test
    void isToldWithItsReasonAndTheNewDay() {
      var matter = scene.fresh();
      scene.act(staff.in("dispatch-centre", Role.DISPATCHER), matter, "accept", "{}");
      to(matter, "street-050");
      var back = "{\"note\":\"不归我们\",\"facts\":{\"clause\":\"other-area\"}}";
      scene.act(staff.in("street-050", Role.HANDLER), matter, "return", back);
      clock.move(Duration.ofDays(1));
      to(matter, UNIT);
      var asked = "{\"facts\":{\"extensionReason\":\"配件要从外地调运\"}}";
      scene.act(handler(), matter, "ask-extension", asked);
      var granted = "{\"note\":\"情况属实，同意延期\"}";
      scene.act(staff.in(UNIT, Role.APPROVER), matter, "extend", granted);
      work.follow();
      var person = new Visitor(port);
      var track = person.send("/track", "code", matter.code(), "tail", "5678");
      assertThat(track.body()).contains("情况属实，同意延期", "新的期限是" + handlingEnds(matter));
    }

    private String handlingEnds(Matter matter) {
      return jdbc.sql(
              """
              select to_char(c.due_day, 'YYYY"年"FMMM"月"FMDD"日"')
                from cases.case_clock c join cases.case_file f on f.id = c.case_id
               where f.number = ? and c.clock = 'handling' and c.status = 'running'
              """)
          .param(matter.number())
          .query(String.class)
          .single();
    }
  }
}
