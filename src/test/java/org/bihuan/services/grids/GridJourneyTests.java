package org.bihuan.services.grids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestStaff.Member;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.portal.frame.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A grid worker's round through the pages, without scripts. */
@TestApp
class GridJourneyTests {

  private static final String GRID = "140213055904001";
  private static final String BESIDE = "140213055904002";
  private static final String ELSEWHERE = "140213056000001";

  @LocalServerPort int port;
  @Autowired TestStaff people;
  @Autowired TestWork work;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;

  private Member me = new Member("", "", "", "");
  private Visitor worker = new Visitor(0);
  private Visitor admin = new Visitor(0);

  @BeforeEach
  void begins() {
    work.begin();
    admin = new Visitor(port);
    var chief = people.another("district-office", Role.ADMIN);
    admin.as(chief.login(), chief.password());
    me = people.another("street-055", Role.GRID_WORKER);
    give(GRID, me);
    worker = signedIn(me);
  }

  private void give(String grid, Member member) {
    var given =
        admin.send("/admin/grids", "grid", grid, "login", member.login(), "phone", "0352-5557001");
    assertThat(given.status()).isEqualTo(200);
  }

  /** The way to the desk leads a grid worker to the round. */
  private Visitor signedIn(Member member) {
    var visitor = new Visitor(port);
    var seen = visitor.send("/sign-in", "username", member.login(), "password", member.password());
    assertThat(seen.path()).isEqualTo("/grid");
    return visitor;
  }

  private Visitor.Seen sent(Visitor.Seen form, String... more) {
    var pairs = new java.util.ArrayList<String>();
    pairs.addAll(java.util.List.of("grid", GRID, "matter", "litter", "kind", "report"));
    pairs.addAll(java.util.List.of("place", "6号楼北侧", "found", "装修垃圾堆了两天"));
    pairs.addAll(java.util.List.of(more));
    return worker.sendFrom(form, "/grid/captures", pairs.toArray(String[]::new));
  }

  private static UUID id(Visitor.Seen page) {
    assertThat(page.path()).startsWith("/grid/records/");
    return UUID.fromString(page.path().replaceAll(".*/", ""));
  }

  private CaseView file(UUID record) {
    var id =
        jdbc.sql("select case_id from grids.record where id = :id")
            .param("id", record)
            .query(UUID.class)
            .single();
    return cases.find(new CaseId(id)).orElseThrow();
  }

  @Nested
  class Writing {

    @Test
    void isForWorkersOfTheGridOnly() {
      var dispatcher = new Visitor(port);
      var member = people.another("dispatch-centre", Role.DISPATCHER);
      dispatcher.as(member.login(), member.password());
      assertThat(dispatcher.open("/grid").status()).isEqualTo(403);
      var form = worker.open("/grid/capture");
      var other = sent(form, "grid", ELSEWHERE, "outcome", "passed");
      assertThat(other.status()).isEqualTo(422);
      assertThat(other.body()).contains("请选择自己的网格");
    }

    @Test
    void opensAMatterForWhatIsPassedOnOnceHoweverOftenItIsSent() {
      var form = worker.open("/grid/capture");
      var first = sent(form, "outcome", "passed");
      var again = sent(form, "outcome", "passed");
      assertThat(again.path()).isEqualTo(first.path());
      var file = file(id(first));
      assertThat(file.subject().area()).isEqualTo(GRID);
      assertThat(file.unit()).isEqualTo("street-055");
      assertThat(file.state()).isEqualTo("received");
      assertThat(worker.open("/grid").body()).contains(file.identity().number().value());
    }

    @Test
    void answersWhatAResidentRaisedAndWasSettledForTheResidentToConfirm() {
      var form = worker.open("/grid/capture");
      var kept =
          sent(
              form,
              "outcome",
              "settled",
              "done",
              "当天清走，冲洗过",
              "applicant.name",
              "康美兰",
              "applicant.phone",
              "13903527201");
      var file = file(id(kept));
      assertThat(file.state()).isEqualTo("answered");
      assertThat(file.clocks()).anyMatch(run -> run.clock().equals("confirmation"));
      var resident = new Visitor(port);
      var code = file.identity().code().value();
      resident.send("/track", "code", code, "tail", "7201");
      assertThat(resident.open("/track/" + code).body()).contains("当天清走");
      resident.send("/track/" + code + "/acts/confirm");
      assertThat(file(id(kept)).state()).isEqualTo("closed");
    }

    @Test
    void storesNothingIfTheResidentCannotBeReached() {
      var form = worker.open("/grid/capture");
      var wrong = sent(form, "outcome", "passed", "applicant.name", "康美兰");
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.body()).contains("href=\"#applicant.phone\"");
    }

    @Test
    void recordsWhatWasSettledWithoutAMatter() {
      var kept = sent(worker.open("/grid/capture"), "outcome", "settled", "done", "当天清走了");
      assertThat(worker.open("/grid/records/" + id(kept)).body()).contains("已了结", "当天清走了");
      assertThat(
              jdbc.sql("select case_id from grids.record where id = :id")
                  .param("id", id(kept))
                  .query((row, n) -> String.valueOf(row.getString(1)))
                  .single())
          .isEqualTo("null");
    }

    @Test
    void liesClosedInTheDatabase() {
      sent(worker.open("/grid/capture"), "outcome", "settled", "done", "当天清走了");
      var stored =
          jdbc.sql("select encode(sealed, 'escape') from grids.content order by id desc limit 1")
              .query(String.class)
              .single();
      assertThat(stored).doesNotContain("place", "found", "装修");
    }
  }

  @Nested
  class Changing {

    private UUID record = new UUID(0, 0);

    @BeforeEach
    void writes() {
      record = id(sent(worker.open("/grid/capture"), "outcome", "settled", "done", "当天清走了"));
    }

    private String page() {
      return "/grid/records/" + record;
    }

    @Test
    void isNotForThoseOfAnotherCommunity() {
      var far = people.another("street-056", Role.GRID_WORKER);
      give(ELSEWHERE, far);
      assertThat(signedIn(far).open(page()).status()).isEqualTo(404);
      var near = people.another("street-055", Role.GRID_WORKER);
      give(BESIDE, near);
      assertThat(signedIn(near).open(page()).status()).isEqualTo(200);
    }

    @Test
    void keepsBothWhereTwoChangedTheSameUntilSomebodyChooses() {
      var near = people.another("street-055", Role.GRID_WORKER);
      give(BESIDE, near);
      var colleague = signedIn(near);
      var old = worker.open(page());
      colleague.send(page(), "found", "垃圾又堆了");
      var clash = worker.sendFrom(old, page(), "found", "还剩一点", "place", "6号楼北侧墙根");
      assertThat(clash.path()).startsWith("/grid/clashes/");
      assertThat(clash.body()).contains("垃圾又堆了", "还剩一点").doesNotContain("6号楼北侧墙根");
      assertThat(worker.open(page()).body()).contains(clash.path());

      var unchosen = worker.sendFrom(clash, clash.path());
      assertThat(unchosen.status()).isEqualTo(422);
      var chosen = worker.sendFrom(clash, clash.path(), "choice.found", "both");
      assertThat(chosen.path()).isEqualTo(page());
      assertThat(chosen.body()).contains("垃圾又堆了\n还剩一点", "6号楼北侧墙根").doesNotContain("/clashes/");
      assertThat(worker.open(clash.path()).status()).isEqualTo(404);
    }

    @Test
    void mergesWhatDifferentFieldsSay() {
      var old = worker.open(page());
      worker.sendFrom(old, page(), "place", "6号楼东侧", "key", UUID.randomUUID().toString());
      var merged = worker.sendFrom(old, page(), "found", "还剩一点");
      assertThat(merged.path()).isEqualTo(page());
      assertThat(merged.body()).contains("6号楼东侧", "还剩一点");
    }

    @Test
    void putsItOnTheListOfTheDayItIsDue() {
      worker.send(page(), "again", "2026-11-24");
      assertThat(worker.open("/grid").body()).contains("七天内要去（1）", "下次去");
    }
  }

  @Nested
  class Publishing {

    @Test
    void showsWhoLooksAfterAGridAndWhomToCall() {
      var card = new Visitor(port).open("/grids/" + GRID);
      assertThat(card.body())
          .contains("互助里社区第一网格", "测试" + me.login(), "0352-5557001", "0352-5550005", "<svg");
      assertThat(new Visitor(port).open("/grids/140213055904").status()).isEqualTo(404);
    }

    @Test
    void followsAtOnceWhenSomebodyElseTakesOver() {
      var next = people.another("street-055", Role.GRID_WORKER);
      give(GRID, next);
      assertThat(new Visitor(port).open("/grids/" + GRID).body())
          .contains("测试" + next.login())
          .doesNotContain("测试" + me.login() + "<");
      assertThat(worker.open("/grid").body()).contains("还没有给您安排网格");
    }

    @Test
    void refusesAPostForWhoIsNoGridWorker() {
      var handler = people.another("street-055", Role.HANDLER);
      var refused =
          admin.send(
              "/admin/grids", "grid", GRID, "login", handler.login(), "phone", "0352-5557001");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(admin.send("/admin/grids", "grid", GRID, "login", me.login()).status())
          .isEqualTo(422);
    }

    @Test
    void findsGridsByStreetAndCommunity() {
      var anybody = new Visitor(port);
      assertThat(anybody.open("/grids?area=140213055").body()).contains("学府社区第一网格", "共6个网格");
      assertThat(anybody.open("/grids?area=140213055902").body()).contains("共1个网格");
      assertThat(anybody.open("/grids?area=140213050").body()).contains("还没有公布网格");
      assertThat(anybody.open("/grids/matters").body()).contains("独居、高龄老人探访", "第1版");
    }
  }

  @Nested
  class TheFormForNoNetwork {

    @Test
    void saysNothingAboutAnybody() {
      var empty = new Visitor(port).open("/grid/capture?lang=zh");
      assertThat(empty.status()).isEqualTo(200);
      assertThat(empty.body()).doesNotContain(GRID, me.login());
      var script = new Visitor(port).open("/grid/worker.js");
      assertThat(script.body()).startsWith("var FILES = [\"/vendor/bootstrap.min.css?v=");
    }
  }
}
