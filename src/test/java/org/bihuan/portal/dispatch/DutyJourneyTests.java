package org.bihuan.portal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.routing.HandOver;
import org.bihuan.loop.routing.HandOvers;
import org.bihuan.portal.frame.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A dispatcher tries the list, sees who has how much, sends a matter on and asks others to help.
 */
@TestApp
class DutyJourneyTests {

  private static final String UNIT = "city-management";

  @LocalServerPort int port;
  @Autowired TestStaff people;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired Cases cases;
  @Autowired Staff staff;
  @Autowired HandOvers handOvers;

  private Visitor dispatcher = new Visitor(0);
  private String number = "";

  @BeforeEach
  void begins() {
    work.begin();
    dispatcher = as(people.another("dispatch-centre", Role.DISPATCHER));
    var receipt =
        new Visitor(port)
            .send(
                "/file/road-damage",
                "title",
                "路面塌陷" + UUID.randomUUID(),
                "facts.description",
                "人行道塌了一块，有人绊倒",
                "area",
                "140213054",
                "applicant.name",
                "张秀英",
                "applicant.phone",
                "13903527001");
    var code = receipt.path().substring("/receipt/".length());
    number = CaseCode.parse(code).flatMap(cases::find).orElseThrow().identity().number().value();
    act(dispatcher, "accept");
  }

  private Visitor as(TestStaff.Member member) {
    return new Visitor(port).as(member.login(), member.password());
  }

  private String page() {
    return "/desk/cases/" + number;
  }

  private Visitor.Seen act(Visitor who, String act, String... pairs) {
    return who.send(page() + "/acts/" + act, pairs);
  }

  private CaseView file() {
    return cases.find(CaseNumber.parse(number).orElseThrow()).orElseThrow();
  }

  @Test
  void aTestRunNeedsAMatterAndAPlaceAndSaysWhichRowDecides() {
    var bare = dispatcher.open("/desk/duty-list?item=&area=");
    assertThat(bare.body()).contains("请选择事项", "请选择地点").doesNotContain("由此行决定");
    var tried = dispatcher.open("/desk/duty-list?item=road-damage&area=140213055901001");
    assertThat(tried.body()).contains("由此行决定", "区城市管理局", "区交警大队", "未接手");
    assertThat(dispatcher.open("/desk/duty-list?q=zzzz").body()).contains("没有与“zzzz”相符的行");
    assertThat(dispatcher.open("/desk/duty-list?q=%E5%81%9C%E8%BD%A6").body())
        .contains("停车难")
        .doesNotContain("噪声扰民</th>");
  }

  @Test
  void theLimitRunsFromSendingOnAndNotFromTakingOn() {
    act(dispatcher, "dispatch", "facts.unit", UNIT);
    var due = due();
    clock.move(Duration.ofDays(2));
    act(as(people.another(UNIT, Role.HANDLER)), "claim");
    assertThat(file().handler()).isNotNull();
    assertThat(due()).isEqualTo(due);
  }

  private Instant due() {
    return file().clocks().stream()
        .filter(run -> run.clock().equals("handling"))
        .findFirst()
        .orElseThrow()
        .due()
        .at();
  }

  @Test
  void thoseTheListNamesAreAskedToHelpOnceAndTogether() {
    var proposal = act(dispatcher, "dispatch", "facts.unit", UNIT);
    assertThat(proposal.path()).isEqualTo(page() + "/parts");
    assertThat(proposal.body()).contains("value=\"traffic-police\" checked", "区城市管理局");
    var nobody = dispatcher.sendFrom(proposal, page() + "/parts", "task", "疏导交通");
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body()).contains("请选择协办单位");
    var brief = dispatcher.sendFrom(proposal, page() + "/parts", "unit", "traffic-police");
    assertThat(brief.status()).isEqualTo(422);
    assertThat(cases.children(file().identity().id())).isEmpty();
    for (int again = 0; again < 2; again++) {
      var sent =
          dispatcher.sendFrom(
              proposal, page() + "/parts", "unit", "traffic-police", "task", "疏导交通，设置警示");
      assertThat(sent.path()).isEqualTo(page());
    }
    assertThat(cases.children(file().identity().id()))
        .singleElement()
        .satisfies(part -> assertThat(part.unit()).isEqualTo("traffic-police"));
    assertThat(dispatcher.open(page() + "/parts").body()).contains("已在协办", "没有为此事指定");
  }

  @Test
  void aUnitThatDoesNotOwnTheMatterAsksNobody() {
    act(dispatcher, "dispatch", "facts.unit", UNIT);
    var other = as(people.another("civil-affairs", Role.HANDLER));
    assertThat(other.open(page() + "/parts").status()).isEqualTo(404);
    var owner = as(people.another(UNIT, Role.HANDLER));
    assertThat(owner.open(page() + "/parts").status()).isEqualTo(200);
  }

  @Test
  void whoIsAwayIsSaidAndNotProposed() {
    var away = people.another("civil-affairs", Role.HANDLER);
    var deputy = people.another("civil-affairs", Role.HANDLER);
    var absent = staff.find(away.login()).orElseThrow();
    var wanted =
        new HandOver.Wanted(
            away.login(), deputy.login(), handOvers.today(), handOvers.today(), "出差");
    handOvers.add(wanted, new Actor(absent.id(), absent.name(), absent.roles(), absent.unit()));
    act(dispatcher, "dispatch", "facts.unit", "civil-affairs");
    var claiming = as(deputy).open(page() + "/acts/claim");
    assertThat(claiming.body()).contains("本单位承办人", "不在岗，" + "测试" + deputy.login() + "代办", "手上最少");
  }
}
