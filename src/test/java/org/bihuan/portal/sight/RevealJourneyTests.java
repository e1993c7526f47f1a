package org.bihuan.portal.sight;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A caller needs a phone, gets it for a reason, and it is known. */
@TestApp
class RevealJourneyTests {

  private static final String PHONE = "13812345678";

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;

  private PolicyScene scene = new PolicyScene(0, staff, work, clock);
  private Matter calling = new Matter("", "");
  private Member caller = new Member("", "", "", "");

  @BeforeEach
  void begins() {
    work.begin();
    scene = new PolicyScene(port, staff, work, clock);
    calling = scene.calling();
    caller = staff.another("callback-centre", Role.CALLER);
  }

  private Visitor as(Member member) {
    return new Visitor(port).as(member.login(), member.password());
  }

  private String sheet() {
    return "/desk/cases/" + calling.number();
  }

  @Nested
  class OnThePage {

    @Test
    void showsThePhoneForAReasonAndTellsThePerson() {
      var desk = as(caller);
      assertThat(desk.open(sheet()).body()).contains(sheet() + "/reveal").doesNotContain(PHONE);
      var form = desk.open(sheet() + "/reveal");
      assertThat(form.body()).contains("value=\"phone\"").doesNotContain("value=\"id-number\"");
      var bare = desk.sendFrom(form, sheet() + "/reveal", "field", "phone", "reason", "嗯");
      assertThat(bare.status()).isEqualTo(422);
      assertThat(bare.body()).contains("href=\"#reason\"").doesNotContain(PHONE);
      var shown = desk.sendFrom(form, sheet() + "/reveal", "field", "phone", "reason", "回访核实办理结果");
      assertThat(shown.status()).isEqualTo(200);
      assertThat(shown.body()).contains(PHONE);
      assertThat(desk.open(sheet()).body()).doesNotContain(PHONE);

      var person = new Visitor(port);
      person.send("/track", "code", calling.code(), "tail", "5678");
      assertThat(person.open("/track/" + calling.code() + "/data").body())
          .contains("回访中心：", "138****5678")
          .doesNotContain(PHONE);
    }

    @Test
    void refusesWhatThePartDoesNotNeed() {
      var seen = as(caller).send(sheet() + "/reveal", "field", "id-number", "reason", "回访核实办理结果");
      assertThat(seen.status()).isEqualTo(422);
      assertThat(seen.body()).contains("href=\"#field\"");
    }

    @Test
    void isNotThereForWhoHasNoWorkOnIt() {
      var other = as(staff.another("street-053", Role.DISPATCHER));
      assertThat(other.open(sheet()).body()).doesNotContain("/reveal");
      assertThat(other.open(sheet() + "/reveal").status()).isEqualTo(404);
    }
  }

  @Nested
  class ByProgram {

    private static final String BODY = "{\"reason\":\"回访核实办理结果\",\"fields\":\"name,phone\"}";

    private String path() {
      return "/api/v1/cases/" + calling.number() + "/reveal";
    }

    @Test
    void answersWithTheValues() {
      var answer = scene.post(caller.token(), path(), BODY);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      var values = PolicyScene.read(answer).path("values");
      assertThat(values.path("phone").asString()).isEqualTo(PHONE);
      assertThat(values.path("name").asString()).isEqualTo("张三丰");
    }

    @Test
    void namesWhatIsRefused() {
      var short1 = scene.post(caller.token(), path(), BODY.replace("回访核实办理结果", "x"));
      assertThat(short1.body()).contains("reason-length");
      var unknown = scene.post(caller.token(), path(), BODY.replace("name", "shoe-size"));
      assertThat(unknown.body()).contains("no-field");
      var other = staff.another("dispatch-centre", Role.DISPATCHER);
      assertThat(scene.post(other.token(), path(), BODY).statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class TheLog {

    @Test
    void isReadAndExportedByAdministratorsOnly() {
      scene.post(
          caller.token(),
          "/api/v1/cases/" + calling.number() + "/reveal",
          "{\"reason\":\"=1+1 回访核实\",\"fields\":\"phone\"}");
      var admin = as(staff.another("district-office", Role.ADMIN));
      var page = admin.open("/desk/reveals?number=" + calling.number());
      assertThat(page.body()).contains("测试" + caller.login(), "=1+1 回访核实").doesNotContain(PHONE);
      assertThat(admin.open("/desk/reveals?login=" + caller.login()).body()).contains("回访核实");
      assertThat(admin.open("/desk/reveals?login=nobody-at-all").body()).contains("没有查看记录");
      assertThat(admin.open("/desk/reveals.csv?login=" + caller.login()).body())
          .contains("at,who,unit,case,fields,reason,from", "'=1+1 回访核实")
          .doesNotContain(PHONE);
      assertThat(as(caller).open("/desk/reveals").status()).isEqualTo(403);
    }
  }
}
