package org.bihuan.services.whistles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.intake.Intake;
import org.bihuan.portal.frame.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@TestApp
class WhistlePagesTests {

  private static final Pattern CODE = Pattern.compile("bh-code\">([A-Z0-9]{3}) ([A-Z0-9]{3})<");

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired Whistles whistles;
  @Autowired Cases cases;
  @Autowired Intake intake;
  private WhistleFixtures people;
  private Visitor street;

  @BeforeEach
  void begins() {
    work.begin();
    people = new WhistleFixtures(whistles, cases);
    street = as("street-051", Role.HANDLER);
  }

  private Visitor as(String unit, Role role) {
    var member = staff.in(unit, role);
    return new Visitor(port).as(member.login(), member.password());
  }

  private static String number(Visitor.Seen page) {
    return page.path().substring(page.path().lastIndexOf('/') + 1);
  }

  private static String of(CaseView file) {
    return file.identity().number().value();
  }

  @Test
  void isBlownFromAnAppealWithWhatTheDutyListProposes() {
    var appeal = people.appeal(intake);
    var sheet = street.open("/desk/cases/" + of(appeal));
    assertThat(sheet.body()).contains("/desk/whistles/new?from=" + of(appeal));
    var form = street.open("/desk/whistles/new?from=" + of(appeal));
    assertThat(form.body()).contains("推荐理由", "市容秩序归城管", "value=\"city-management\" selected");
    var missing = street.sendFrom(form, "/desk/whistles/new", "title", "");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.body()).contains("请填写标题");
    var other = street.sendFrom(form, "/desk/whistles/new", "duty", "gas-fire", "step", "propose");
    assertThat(other.body()).contains("燃气和房屋安全归住建", "value=\"housing-construction\" selected");
    var blown =
        street.sendFrom(
            form,
            "/desk/whistles/new",
            "title",
            "夜市油烟",
            "facts.kind",
            "appeal",
            "facts.matter",
            "夜市油烟扰民，需要部门一起查处",
            "facts.place",
            "鼓楼东街",
            "facts.tried",
            "已劝离三次",
            "facts.unit",
            "city-management",
            "with",
            "market-regulation");
    assertThat(blown.status()).as(blown.body()).isEqualTo(200);
    assertThat(blown.body()).contains("区城市管理局", "区市场监督管理局", "待答复", "出示到场码", "撤哨");
  }

  @Test
  void isNotOfferedToOthers() {
    var bureau = as("city-management", Role.HANDLER);
    assertThat(bureau.open("/desk/whistles/new").body()).contains("只有街道办事处的承办人可以吹哨");
    assertThat(as("district-office", Role.LEADER).open("/desk/whistles/new").status())
        .isEqualTo(403);
    var whistle = people.blown("enforcement");
    assertThat(as("street-060", Role.HANDLER).open("/desk/whistles/" + of(whistle)).status())
        .isEqualTo(404);
  }

  @Test
  void letsADepartmentArriveByTheCodeTheStreetShows() {
    var whistle = people.blown("enforcement");
    var call = people.call(whistle, WhistleFixtures.LEAD);
    var bureau = as("city-management", Role.HANDLER);
    var page = bureau.open("/desk/whistles/" + of(whistle));
    assertThat(page.body()).contains("/desk/whistles/" + of(call) + "/arrival");
    var arrival = bureau.open("/desk/whistles/" + of(call) + "/arrival");
    assertThat(arrival.body()).contains("300米以内", "街道出示的到场码");
    var wrong = bureau.sendFrom(arrival, "/desk/whistles/" + of(call) + "/arrival", "code", "12");
    assertThat(wrong.status()).isEqualTo(422);
    var own = street.open("/desk/whistles/" + of(whistle));
    var shown = street.sendFrom(own, "/desk/whistles/" + of(call) + "/code");
    var code = CODE.matcher(shown.body());
    assertThat(code.find()).as(shown.body()).isTrue();
    var there =
        bureau.sendFrom(
            arrival,
            "/desk/whistles/" + of(call) + "/arrival",
            "code",
            code.group(1) + code.group(2));
    assertThat(there.body()).contains("已到场", "街道出示的到场码");
  }

  @Test
  void isReportedByTheLeadAndClosedWithRatings() {
    var whistle = people.blown("appeal");
    people.finished(people.call(whistle, WhistleFixtures.LEAD), WhistleFixtures.LEAD);
    people.finished(people.call(whistle, WhistleFixtures.HELPER), WhistleFixtures.HELPER);
    var at = "/desk/whistles/" + of(whistle);
    var lead = as("city-management", Role.HANDLER);
    var result = lead.open(at + "/result");
    assertThat(result.body()).contains("区城市管理局：已到现场清理并规范摊位");
    var short422 = lead.sendFrom(result, at + "/result", "facts.result", "短");
    assertThat(short422.status()).isEqualTo(422);
    lead.sendFrom(result, at + "/result", "facts.result", "两个部门都已到场，夜市秩序恢复");
    var close = street.open(at + "/close");
    var closed =
        street.sendFrom(
            close, at + "/close", "mark.city-management", "1", "mark.traffic-police", "");
    assertThat(closed.body()).contains("已核结", "非常满意");
    work.follow();
    var figures = as("district-office", Role.LEADER).open("/desk/whistles/figures?days=7");
    assertThat(figures.body()).contains("按街道", "古城街道办事处", "不必吹哨率", "figure=arrived");
    assertThat(number(closed)).isEqualTo(of(whistle));
  }

  @Test
  void isCalledOffWithAReason() {
    var whistle = people.blown("appeal");
    var at = "/desk/whistles/" + of(whistle);
    var page = street.open(at);
    assertThat(street.sendFrom(page, at + "/withdraw", "note", "").status()).isEqualTo(422);
    assertThat(street.sendFrom(page, at + "/withdraw", "note", "摊贩已离开").body()).contains("已撤哨");
  }

  @Test
  void listsWhoDidNotArriveOnTheNextWorkingDay() {
    var whistle = people.blown("emergency");
    clock.move(Duration.ofHours(1));
    work.ringAlarms();
    work.follow();
    var leader = as("district-office", Role.LEADER);
    var call = of(people.call(whistle, WhistleFixtures.LEAD));
    var today = leader.open("/desk/whistles/missed").body();
    assertThat(today.indexOf(call)).isGreaterThan(today.indexOf("将列入下一个工作日通报"));
    clock.move(Duration.ofDays(1));
    var next = as("district-office", Role.LEADER);
    var tomorrow = next.open("/desk/whistles/missed").body();
    assertThat(tomorrow).contains(call, "/acts/instruct");
    assertThat(tomorrow.indexOf(call)).isGreaterThan(tomorrow.indexOf("已列入通报"));
    var counted = "/desk/whistles/figures/list?by=unit&who=city-management&figure=missed&days=7";
    assertThat(next.open(counted).body()).contains(call);
    var table = next.open("/desk/whistles/figures/table.csv?lang=en&days=7");
    assertThat(table.body()).contains("City Management Bureau", "Did not come in time");
  }
}
