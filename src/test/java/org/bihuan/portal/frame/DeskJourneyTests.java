package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class DeskJourneyTests extends HouseVisits {

  private static int count;

  @Autowired Cases cases;
  private Visitor dispatcher = new Visitor(0);
  private String number = "";
  private String other = "";
  private String phone = "";

  @BeforeEach
  void begins() {
    count++;
    dispatcher = member("paidan", "dispatch-centre", Role.DISPATCHER);
    phone = "1390352%04d".formatted(5000 + count);
    number = filed("路灯不亮等人修" + count);
    other = filed("井盖缺失" + count);
  }

  private Visitor member(String login, String unit, Role role) {
    var added = done(staff.add(new Staff.Newcomer(login, "名" + login, unit, Set.of(role))));
    return new Visitor(port).as(login, added.password());
  }

  private String filed(String title) {
    var receipt =
        new Visitor(port)
            .send(
                "/file/street-lamp",
                "title",
                title,
                "facts.description",
                "门口一直这样",
                "area",
                "140213054",
                "applicant.name",
                "张秀英",
                "applicant.phone",
                phone);
    var code = receipt.path().substring("/receipt/".length());
    return CaseCode.parse(code).flatMap(cases::find).orElseThrow().identity().number().value();
  }

  private static String q(String text) {
    return "/desk/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Nested
  class Searching {

    @Test
    void leadsFromANumberStraightToItsMatter() {
      assertThat(dispatcher.open(q(number)).path()).isEqualTo("/desk/cases/" + number);
    }

    @Test
    void findsByPhoneTailNameInitialsAndWords() {
      assertThat(dispatcher.open(q(phone)).body()).contains("按提出人手机", number, "张**");
      assertThat(dispatcher.open(q(phone.substring(7))).body()).contains("按手机后四位", number);
      assertThat(dispatcher.open(q("张秀英")).body()).contains("按提出人姓名", "路灯不亮");
      assertThat(dispatcher.open(q("ldbl")).body()).contains("按标题拼音首字母", "路灯不亮");
      assertThat(dispatcher.open(q("井盖")).body()).contains("按标题", "井盖缺失");
    }

    @Test
    void showsNobodyInFull() {
      assertThat(dispatcher.open(q("井盖")).body()).doesNotContain("张秀英", phone);
    }

    @Test
    void saysSoWhenNothingIsFound() {
      assertThat(dispatcher.open(q("没有这个人")).body()).contains("没有找到与“没有这个人”相符");
      assertThat(dispatcher.open("/desk/search").body()).contains("可以输入");
    }

    @Test
    void looksForNobodyForAnAdministrator() {
      var admin = member("guanli", "district-office", Role.ADMIN);
      assertThat(admin.open(q("张秀英")).body()).contains("此次没有查找").doesNotContain("按提出人姓名");
    }
  }

  @Nested
  class Listing {

    @Test
    void keepsAViewAndOpensWithIt() {
      var list = dispatcher.open("/desk?queue=all&state=received&cols=due&cols=person");
      assertThat(list.body()).contains("张**");
      var kept = dispatcher.sendFrom(list, "/desk/views", "name", "我的灯", "first", "true");
      assertThat(kept.path()).startsWith("/desk?view=");
      assertThat(dispatcher.open("/desk").body()).contains("aria-current=\"page\">我的灯");
      assertThat(dispatcher.sendFrom(list, "/desk/views", "name", "我的灯").status()).isEqualTo(422);
      assertThat(dispatcher.open("/desk/views").body()).contains("我的灯", "首先显示");
    }

    @Test
    void leavesAsAMaskedFileThatIsWrittenDown() {
      var list = dispatcher.open("/desk?queue=all");
      var file = dispatcher.sendFrom(list, "/desk/export");
      assertThat(file.body()).startsWith("\uFEFF编号,").contains(number, "张**").doesNotContain(phone);
      var taken = jdbc.sql("select count(*) from views.export where :n = any(numbers)");
      assertThat(taken.param("n", number).query(Integer.class).single()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"late", "today", "week", "made-up"})
    void narrowsToWhatRunsOut(String due) {
      assertThat(dispatcher.open("/desk?queue=all&due=" + due).status()).isEqualTo(200);
    }
  }

  @Nested
  class ActingOnMany {

    private String both() {
      return "/desk/bulk?n=" + number + "&n=" + other;
    }

    @Test
    void doesWhatCanBeDoneAndSaysWhatCannotAndDoesNothingTwice() {
      var form = dispatcher.open("/desk/bulk?n=" + number + "&act=accept");
      assertThat(form.body()).contains("已勾选1件", "受理");
      var done = dispatcher.sendFrom(form, "/desk/bulk");
      assertThat(done.body()).contains("完成1件，未完成0件", number);
      assertThat(dispatcher.sendFrom(form, "/desk/bulk").body()).contains("完成1件，未完成0件");
      var version = jdbc.sql("select version from cases.case_file where number = :n");
      assertThat(version.param("n", number).query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void offersWhatAllAllow() {
      assertThat(dispatcher.open(both()).body()).contains("已勾选2件", "value=\"accept\"");
      dispatcher.send("/desk/cases/" + number + "/acts/accept");
      assertThat(dispatcher.open(both()).body()).contains("没有您都能进行的同一个动作");
      assertThat(dispatcher.open("/desk/bulk").body()).contains("没有勾选办件");
    }

    @Test
    void namesWhatChangedMeanwhileBesideWhatWasDone() {
      var stale = dispatcher.open("/desk/bulk?n=" + number + "&act=accept");
      dispatcher.send("/desk/cases/" + number + "/acts/accept");
      assertThat(dispatcher.sendFrom(stale, "/desk/bulk").body()).contains("完成0件，未完成1件", "此件刚刚有变化");
    }

    @Test
    void redrawsTheFormWithWhatIsWrong() {
      var form = dispatcher.open("/desk/bulk?n=" + number + "&act=redirect");
      var page = dispatcher.sendFrom(form, "/desk/bulk", "facts.ground", "");
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains("href=\"#facts.ground\"", "href=\"#note\"");
    }
  }

  @Nested
  class StandingIn {

    @Test
    void actsInTheSeatOfTheAbsentUnderBothNames() {
      var deputy = member("daiban", "callback-centre", Role.CALLER);
      var page = dispatcher.open("/desk/hand-overs");
      var today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
      var made =
          dispatcher.sendFrom(
              page,
              "/desk/hand-overs",
              "deputy",
              "daiban",
              "from",
              today,
              "to",
              today,
              "reason",
              "年休假");
      assertThat(made.body()).contains("已登记交接", "名daiban", "进行中");
      assertThat(deputy.open("/desk").body()).doesNotContain("待受理<b>");

      var mine = deputy.open("/desk/hand-overs");
      var id = mine.body().replaceAll("(?s).*hand-overs/([0-9a-f-]{36})/seat.*", "$1");
      var seated = deputy.sendFrom(mine, "/desk/hand-overs/" + id + "/seat");
      assertThat(seated.body()).contains("您正在代办", "待受理<b>");
      var acted = deputy.send("/desk/cases/" + number + "/acts/accept");
      assertThat(acted.body()).contains("已完成：受理", "名daiban（代名paidan）");
      assertThat(deputy.open("/desk/hand-overs").body()).contains("代办期间不能再转交他人");

      dispatcher.sendFrom(dispatcher.open("/desk/hand-overs"), "/desk/hand-overs/" + id + "/end");
      assertThat(deputy.open("/desk").body()).doesNotContain("您正在代办").doesNotContain("待受理<b>");
    }

    @Test
    void isRefusedBesideTheField() {
      var page = dispatcher.send("/desk/hand-overs", "deputy", "", "reason", "假");
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains("href=\"#deputy\"");
    }
  }

  @Nested
  class Counting {

    @Test
    void tellsWhatWaitsAndTellsItAgainByAsking() {
      assertThat(dispatcher.open("/desk").body()).contains("data-count=\"waiting\">");
      assertThat(dispatcher.open("/desk/counters").body())
          .matches("\\{\"waiting\":\"[^\"]+\",\"today\":\"[^\"]+\",\"late\":\"[^\"]+\"}");
    }
  }

  @Nested
  class Helping {

    @Test
    void namesTheKeysAndTurnsThemOff() {
      var page = dispatcher.open("/desk/keys");
      assertThat(page.body()).contains("<kbd>j</kbd>", "快捷键已开启");
      assertThat(dispatcher.sendFrom(page, "/desk/keys").body()).contains("快捷键已关闭");
    }
  }
}
