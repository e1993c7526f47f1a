package org.bihuan.portal.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

/** Whoever asked to stay unknown stays so; whoever gave no name follows by the code alone. */
@TestApp
class HiddenPersonJourneyTests {

  private static final String REPLY = "{\"facts\":{\"reply\":\"已更换灯具并恢复照明，感谢您的反映\"}}";

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;

  private PolicyScene scene = new PolicyScene(0, staff, work, clock);

  @BeforeEach
  void begins() {
    work.begin();
    scene = new PolicyScene(port, staff, work, clock);
  }

  private Matter opened(String person, String fact) {
    var body =
        """
        {"procedure":"appeal","item":"property","title":"物业拉黑业主","area":"140213051",%s
         "facts":{"%s":true,"description":"问公共收益就被移出群"}}
        """
            .formatted(person, fact);
    var answer = scene.post(staff.token(Role.INTEGRATOR), "/api/v1/cases", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var tree = PolicyScene.read(answer);
    return new Matter(tree.path("number").asString(), tree.path("code").asString());
  }

  private Matter working(Matter matter) {
    var dispatcher = staff.in("dispatch-centre", Role.DISPATCHER);
    scene.act(dispatcher, matter, "accept", "{}");
    scene.act(dispatcher, matter, "dispatch", "{\"facts\":{\"unit\":\"street-051\"}}");
    return matter;
  }

  private Visitor as(Member member) {
    return new Visitor(port).as(member.login(), member.password());
  }

  @Nested
  class Confidential {

    private static final String ZHAO =
        "\"applicant\":{\"name\":\"赵子龙\",\"phone\":\"13987654321\"},";

    @Test
    void isUnknownToTheUnitThatWorksIt() {
      var matter = working(opened(ZHAO, "confidential"));
      var handler = staff.in("street-051", Role.HANDLER);
      var page = as(handler);
      var sheet = page.open("/desk/cases/" + matter.number());
      assertThat(sheet.body())
          .contains("保密", "已要求保密")
          .doesNotContain("赵", "139****4321", "/reveal");
      assertThat(page.open("/desk?cols=person").body()).contains("保密").doesNotContain("赵*");
      assertThat(page.open("/desk/search?q=4321").body()).doesNotContain(matter.number());
      assertThat(page.open("/desk/cases/" + matter.number() + "/reveal").status()).isEqualTo(404);
      var answer = scene.get(handler.token(), "/api/v1/cases/" + matter.number());
      assertThat(answer.body()).contains("\"保密\"").doesNotContain("赵", "139****4321");
      var asked = "{\"fields\":\"phone\",\"reason\":\"核实情况需要联系\"}";
      var revealed =
          scene.post(handler.token(), "/api/v1/cases/" + matter.number() + "/reveal", asked);
      assertThat(revealed.statusCode()).isEqualTo(403);
    }

    @Test
    void isKnownMaskedToWhoeverCallsBackAndRevealedForAReason() {
      var matter = working(opened(ZHAO, "confidential"));
      scene.act(staff.in("street-051", Role.HANDLER), matter, "answer", REPLY);
      clock.move(Duration.ofDays(8));
      work.ringAlarms();
      var caller = as(staff.another("callback-centre", Role.CALLER));
      var sheet = "/desk/cases/" + matter.number();
      assertThat(caller.open(sheet).body()).contains("赵**", "139****4321", "/reveal");
      var shown = caller.send(sheet + "/reveal", "field", "phone", "reason", "回访核实办理结果");
      assertThat(shown.body()).contains("13987654321");
    }
  }

  @Nested
  class Anonymous {

    @Test
    void givesNoNameAndIsFollowedByTheCodeAlone() {
      var matter = working(opened("", "anonymous"));
      var person = new Visitor(port);
      assertThat(person.send("/track", "code", matter.code(), "tail", "").path())
          .isEqualTo("/track/" + matter.code());
      assertThat(scene.get(null, "/api/v1/track/" + matter.code()).statusCode()).isEqualTo(200);
      var handler = as(staff.in("street-051", Role.HANDLER));
      assertThat(handler.open("/desk/cases/" + matter.number()).body())
          .contains("匿名提出")
          .doesNotContain(matter.code().substring(0, 4) + "-");
      assertThat(scene.get(staff.token(Role.DISPATCHER), "/api/v1/cases/" + matter.number()).body())
          .contains("\"匿名\"", "\"code\":\"\"");
    }

    @Test
    void isCheckedBySomebodyWhoNeverTouchedItInsteadOfACallBack() {
      var matter = working(opened("", "anonymous"));
      scene.act(staff.in("street-051", Role.HANDLER), matter, "answer", REPLY);
      clock.move(Duration.ofDays(8));
      work.ringAlarms();
      var caller = staff.another("callback-centre", Role.CALLER);
      var acts = "/api/v1/cases/" + matter.number() + "/acts/";
      var called = "{\"facts\":{\"asked\":\"解决了没有\",\"said\":\"解决了\"}}";
      assertThat(scene.post(caller.token(), acts + "call-back", called).body())
          .contains("wrong-state");
      assertThat(scene.post(caller.token(), acts + "check", "{}").statusCode()).isEqualTo(422);
      var proof = "{\"facts\":{\"checked\":\"到物业查看群记录\",\"seen\":\"已恢复入群和门禁\"}}";
      var touched = staff.another("callback-centre", Role.CALLER, Role.DISPATCHER);
      assertThat(scene.post(touched.token(), acts + "check", proof).statusCode()).isEqualTo(200);
    }

    @Test
    void isOfferedOnTheFormWithoutNameAndPhone() {
      var person = new Visitor(port);
      var sent =
          person.send(
              "/file/noise",
              "title",
              "半夜打麻将",
              "facts.description",
              "楼下棋牌室半夜两三点还在打麻将",
              "area",
              "140213054",
              "facts.anonymous",
              "true",
              "step",
              "send");
      assertThat(sent.path()).startsWith("/receipt/");
      assertThat(sent.body()).contains("半夜打麻将");
    }
  }
}
