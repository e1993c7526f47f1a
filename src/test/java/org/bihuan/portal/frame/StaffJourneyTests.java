package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class StaffJourneyTests extends HouseVisits {

  @Autowired Cases cases;
  private Visitor dispatcher = new Visitor(0);
  private Visitor handler = new Visitor(0);
  private String number = "";
  private String code = "";

  @BeforeEach
  void begins() {
    dispatcher =
        new Visitor(port).as("paidan", newcomer("paidan", "dispatch-centre", Role.DISPATCHER));
    handler =
        new Visitor(port).as("chengban", newcomer("chengban", "city-management", Role.HANDLER));
    var receipt =
        new Visitor(port)
            .send(
                "/file/street-lamp",
                "title",
                "路灯不亮等人修",
                "facts.description",
                "门口路灯一直不亮",
                "area",
                "140213054",
                "applicant.name",
                "张秀英",
                "applicant.phone",
                "13903521234");
    code = receipt.path().substring("/receipt/".length());
    var file = CaseCode.parse(code).flatMap(cases::find).orElseThrow();
    number = file.identity().number().value();
  }

  private String newcomer(String login, String unit, Role role) {
    return done(staff.add(new Staff.Newcomer(login, login, unit, Set.of(role)))).password();
  }

  private String act(String name) {
    return "/desk/cases/" + number + "/acts/" + name;
  }

  @Nested
  class Listing {

    @Test
    void showsThePilesOfTheReaderByNearestDue() {
      var page = dispatcher.open("/desk");

      assertThat(page.body())
          .contains("待受理", "待派单", "全部在办", "路灯不亮等人修", "class=\"bh-light bh-light-")
          .doesNotContain("本单位办理中");
    }

    @Test
    void findsByWordAndSaysSoWhenNothingFits() {
      assertThat(dispatcher.open("/desk?queue=all&q=" + number).body()).contains("路灯不亮等人修");
      assertThat(dispatcher.open("/desk?queue=all&q=zzzz").body()).contains("没有找到相符的办件");
    }

    @Test
    void survivesMadeUpParameters() {
      assertThat(dispatcher.open("/desk?queue=no&after=%27--&state=%3Cb%3E&unit=x").status())
          .isEqualTo(200);
    }

    @Test
    void isClosedToThePublic() {
      assertThat(new Visitor(port).open("/desk").path()).isEqualTo("/sign-in");
      assertThat(new Visitor(port).open("/desk/cases/" + number).path()).isEqualTo("/sign-in");
    }
  }

  @Nested
  class Reading {

    @Test
    void saysWhatWhoWhereByWhenAndWhatNextWithThePersonMasked() {
      assertThat(dispatcher.open("/desk/cases/" + number).body())
          .contains("门口路灯一直不亮", "张**", "139****1234", "振华街道", "区城市管理局")
          .contains("受理时限", "下一步", act("accept"), "台账", "提出诉求")
          .doesNotContain("13903521234", "张秀英");
    }

    @Test
    void putsTheActThatStopsTheClockBeforeTheOthers() {
      assertThat(dispatcher.open("/desk/cases/" + number).body()).contains(leading("accept"));
      dispatcher.send(act("accept"));
      dispatcher.send(act("dispatch"), "facts.unit", "city-management");
      var page = handler.open("/desk/cases/" + number).body();
      assertThat(page).contains(leading("answer"), act("return")).doesNotContain(leading("return"));
      assertThat(page.indexOf(act("answer"))).isLessThan(page.indexOf(act("return")));
    }

    private String leading(String name) {
      return "<a class=\"bh-button\" href=\"" + act(name) + "\"";
    }

    @Test
    void explainsAClockDayByDay() {
      assertThat(dispatcher.open("/desk/cases/" + number + "/clocks/acceptance").body())
          .contains("逐日说明", "起算当日，不计入", "1个工作日", "本系统默认");
    }

    @ParameterizedTest
    @CsvSource({"A000, 404", "A14021305420261124000018X, 404"})
    void knowsNoMadeUpNumbers(String made, int status) {
      assertThat(dispatcher.open("/desk/cases/" + made).status()).isEqualTo(status);
      assertThat(dispatcher.open("/desk/cases/" + number + "/clocks/nothing").status())
          .isEqualTo(404);
    }

    @Test
    void isCompleteInEnglish() {
      assertThat(dispatcher.open("/desk/cases/" + number + "?lang=en").body())
          .contains("What next", "Register", "Time limits", "Raised by", "Take in", "Due soon");
    }
  }

  @Nested
  class Acting {

    @Test
    void movesAMatterToItsAnswerAndThePersonClosesIt() {
      assertThat(dispatcher.send(act("accept")).body()).contains("已完成：受理");
      assertThat(dispatcher.open(act("dispatch")).body())
          .contains("<option value=\"city-management\" selected>");
      dispatcher.send(act("dispatch"), "facts.unit", "city-management");
      var answered = handler.send(act("answer"), "facts.reply", "路灯已经修好，请您查看是否正常。");
      assertThat(answered.body()).contains("待确认", "现在轮到提出人");

      var resident = new Visitor(port);
      resident.send("/track", "code", code, "tail", "1234");
      var closed = resident.send("/track/" + code + "/acts/confirm", "facts.rating", "1");
      assertThat(closed.body()).contains("已办结", "路灯已经修好", "您确认已解决");
    }

    @Test
    void redrawsTheFormWithWhatIsWrong() {
      dispatcher.send(act("accept"));
      var page = dispatcher.send(act("dispatch"), "facts.unit", "");

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains("href=\"#facts.unit\"", "id=\"facts.unit-error\"");
    }

    @Test
    void tellsWhatChangedSinceThePageWasOpened() {
      var stale = dispatcher.open(act("redirect"));
      dispatcher.send(act("accept"));
      var page =
          dispatcher.sendFrom(
              stale,
              act("redirect"),
              "facts.ground",
              "legal-route",
              "facts.route",
              "请走司法途径",
              "note",
              "依法");

      assertThat(page.status()).isEqualTo(409);
      assertThat(page.body()).contains("没有完成", "您打开页面之后", "受理", "请走司法途径");
    }

    @Test
    void isRefusedToAnotherUnitByName() {
      assertThat(handler.open(act("accept")).path()).isEqualTo("/desk/cases/" + number);
      assertThat(handler.open(act("no-such-act")).path()).isEqualTo("/desk/cases/" + number);
    }
  }

  @Nested
  class TakingIn {

    @Test
    void filesForThePersonAtTheWindow() {
      var clerk = new Visitor(port).as("chuang", newcomer("chuang", "dispatch-centre", Role.CLERK));
      assertThat(clerk.open("/desk/file").body()).contains("/desk/file/noise");
      var sheet =
          clerk.send(
              "/desk/file/noise",
              "channel",
              "phone",
              "title",
              "夜间施工",
              "facts.description",
              "凌晨两点还在打桩",
              "facts.complex",
              "true",
              "area",
              "140213064",
              "applicant.name",
              "周文",
              "applicant.phone",
              "13703520004");

      assertThat(sheet.path()).startsWith("/desk/file/slips/");
      assertThat(sheet.body()).contains("已登记", "查询码", "夜间施工", "下一位", "<svg class=\"bh-qr\"");
      var taken = clerk.open("/desk/cases/" + sheet.path().replaceFirst(".*/", "")).body();
      assertThat(taken).contains("电话", "疑难复杂");
    }

    @Test
    void isForClerksOnly() {
      assertThat(dispatcher.open("/desk/file").status()).isEqualTo(403);
    }
  }
}
