package org.bihuan.portal.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Role;
import org.bihuan.portal.frame.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Riders, keepers and visitors go through the pages, without scripts. Mondays at ten. */
@TestApp
class StationsJourneyTests {

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void begins() {
    work.begin();
  }

  private Visitor keeper(String unit) {
    var member = staff.in(unit, Role.HANDLER);
    return new Visitor(port).as(member.login(), member.password());
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @Nested
  class Finding {

    @Test
    void showsWhatIsOpenNowWithoutAMapAndWithoutScripts() {
      var page = new Visitor(port).open("/stations");
      assertThat(page.body()).contains("司令部街美团骑手驿站", "现在开放，到22:00", "通宵驿站", "现在不开放，20:00开门");
      assertThat(page.body()).contains("data-point=\"40.0931,113.2948\"");
    }

    @Test
    void filtersByWhatIsNeededAndWhetherOneCanGoIn() {
      var page = new Visitor(port).open("/stations?facility=battery&open=true");
      assertThat(page.body()).contains("司令部街美团骑手驿站").doesNotContain("学府社区爱心驿站");
      var none = new Visitor(port).open("/stations?facility=fridge&open=true&street=140213067");
      assertThat(none.status()).isEqualTo(200);
    }

    @Test
    void putsTheNearestToTheStreetFirst() {
      var body = new Visitor(port).open("/stations?street=140213059").body();
      assertThat(body.indexOf("大庆路爱心驿站")).isPositive().isLessThan(body.indexOf("学府社区爱心驿站"));
      assertThat(body).contains("步行约");
    }

    @Test
    void knowsNoStationThatIsNone() {
      assertThat(new Visitor(port).open("/stations/nowhere").status()).isEqualTo(404);
      assertThat(new Visitor(port).open("/stations/nowhere/broken").status()).isEqualTo(404);
    }
  }

  @Nested
  class TwoTaps {

    @Test
    void openOneMatterHoweverOftenTheyAreSent() {
      var rider = new Visitor(port);
      var page = rider.open("/stations/wuding/broken");
      var receipt = rider.sendFrom(page, "/stations/wuding/broken", "subject", "water");
      assertThat(receipt.path()).startsWith("/receipt/");
      var again = rider.sendFrom(page, "/stations/wuding/broken", "subject", "water");
      assertThat(again.path()).isEqualTo(receipt.path());
      assertThat(count("select count(*) from cases.case_file where title = '武定街道爱心驿站：饮水故障'"))
          .isEqualTo(1);
      var other = new Visitor(port).send("/stations/wuding/broken", "subject", "water");
      assertThat(other.path()).isEqualTo("/stations/wuding");
      assertThat(other.body()).contains("已有人报过");
    }

    @Test
    void sayWhatIsMissing() {
      var page =
          new Visitor(port).send("/stations/wuding/broken", "subject", "other", "description", "坏");
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains("请说明哪里有问题");
      var half =
          new Visitor(port).send("/stations/wuding/broken", "subject", "rest", "name", "张秀英");
      assertThat(half.status()).isEqualTo(422);
    }

    @Test
    void letWhoLeftAContactLookItUp() {
      var rider = new Visitor(port);
      var receipt =
          rider.send(
              "/stations/wuding/broken", "subject", "wifi", "name", "张秀英", "phone", "13903521234");
      var code = receipt.path().replaceAll(".*/", "");
      var later = new Visitor(port).send("/track", "code", code, "tail", "1234");
      assertThat(later.body()).contains("武定街道爱心驿站：无线网络故障");
    }
  }

  @Nested
  class KeepingAStation {

    @Test
    void isForItsUnitAndForNobodyElse() {
      var edit = "/desk/stations/daqing/edit";
      assertThat(keeper("street-054").open(edit).status()).isEqualTo(403);
      var kept = keeper("street-054").open("/desk/stations/new");
      assertThat(kept.path()).isEqualTo("/desk/stations");
      assertThat(kept.body()).contains("只有主管单位可以新增驿站");
      assertThat(keeper("social-work").open("/desk/stations/new").status()).isEqualTo(200);
      assertThat(new Visitor(port).open("/desk/stations").path()).contains("/sign-in");
    }

    @Test
    void changesTheHoursEverybodySees() {
      var keeper = keeper("street-059");
      var page = keeper.open("/desk/stations/daqing/edit");
      var wrong = keeper.sendFrom(page, "/desk/stations/daqing/edit", "name.zh", "大庆路爱心驿站");
      assertThat(wrong.status()).isEqualTo(422);
      var saved = keeper.sendFrom(page, "/desk/stations/daqing/edit", form());
      assertThat(saved.path()).isEqualTo("/desk/stations/daqing");
      assertThat(saved.body()).contains("已保存", "修改资料");
      assertThat(new Visitor(port).open("/stations/daqing").body()).contains("06:00-23:30");
    }

    private static String[] form() {
      return new String[] {
        "name.zh",
        "大庆路爱心驿站",
        "name.en",
        "Daqing Road Love Station",
        "kind",
        "community",
        "area",
        "140213059",
        "address.zh",
        "大庆路与西环路路口北侧",
        "way.zh",
        "报刊亭旁",
        "point",
        "40.0938,113.2622",
        "phone",
        "0352-5550110",
        "unit",
        "street-059",
        "week.1",
        "06:00-23:30",
        "week.2",
        "06:00-23:30",
        "special",
        "",
        "facilities",
        "water"
      };
    }

    @Test
    void closesForNowWithAReason() {
      var keeper = keeper("street-058");
      var page = keeper.open("/desk/stations/kaiyuan");
      var path = "/desk/stations/kaiyuan/state";
      assertThat(keeper.sendFrom(page, path, "state", "paused", "reason.zh", "").status())
          .isEqualTo(422);
      keeper.sendFrom(page, path, "state", "paused", "reason.zh", "消防检修");
      assertThat(new Visitor(port).open("/stations/kaiyuan").body()).contains("暂停开放", "消防检修");
    }
  }

  @Nested
  class Visiting {

    private Visitor.Seen kept(Visitor visitor) {
      return visitor.send(
          "/desk/visits/new",
          "day",
          "2026-11-23",
          "station",
          "",
          "site",
          "某快递网点",
          "area",
          "140213051",
          "unit.1",
          "social-work",
          "people",
          "6",
          "met",
          "11",
          "groups",
          "courier",
          "topics",
          "accident-insurance",
          "gift.water",
          "24",
          "from",
          "brought");
    }

    @Test
    void isRefusedWithoutWhoAndWhere() {
      var page =
          keeper("social-work")
              .send("/desk/visits/new", "day", "2026-11-24", "site", "", "unit.1", "");
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains("不能晚于今天", "请选择驿站", "至少选择一个慰问单位");
    }

    @Test
    void takesFromTheStockOnlyWhatIsThere() {
      var page =
          keeper("social-work")
              .send(
                  "/desk/visits/new",
                  "day",
                  "2026-11-23",
                  "station",
                  "xinwang",
                  "unit.1",
                  "social-work",
                  "people",
                  "3",
                  "met",
                  "4",
                  "gift.water",
                  "10",
                  "from",
                  "stock");
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains("库存只有0");
    }

    @Test
    void makesAMatterOfWhatIsHeardAndShowsWhereItStands() {
      var visitor = keeper("social-work");
      var visit = kept(visitor);
      assertThat(visit.path()).startsWith("/desk/visits/");
      var path = visit.path() + "/heard";
      assertThat(visitor.sendFrom(visit, path, "item", "rider-injury").status()).isEqualTo(422);
      var title = "意外险怎么办" + UUID.randomUUID();
      var heard =
          visitor.sendFrom(
              visit,
              path,
              "item",
              "rider-injury",
              "title",
              title,
              "description",
              "送件时摔伤，不知道怎么申请",
              "name",
              "任小龙",
              "phone",
              "13903525678");
      assertThat(heard.body()).contains("诉求已立件", title, "待受理");
      assertThat(keeper("street-059").open(visit.path()).body())
          .contains("由其他单位办理的事项")
          .doesNotContain(title);
    }

    @Test
    void leavesAFileWithoutNamesOfPersons() {
      var visitor = keeper("social-work");
      kept(visitor);
      var csv = visitor.sendFrom(visitor.open("/desk/visits"), "/desk/visits/export");
      assertThat(csv.body()).contains("某快递网点", "区委社会工作部", "饮用水 24").doesNotContain("任小龙");
    }
  }

  @Nested
  class ForPrograms {

    @Test
    void givesTheNearestFirst() {
      var near = new Visitor(port).open("/api/v1/stations?near=40.0938,113.2622&facility=water");
      assertThat(near.status()).isEqualTo(200);
      assertThat(near.body()).startsWith("[{\"code\":\"daqing\"").contains("\"metres\":0");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
      assertThat(new Visitor(port).open("/api/v1/stations?near=here").status()).isEqualTo(400);
      assertThat(new Visitor(port).open("/api/v1/stations/nowhere").status()).isEqualTo(404);
    }
  }
}
