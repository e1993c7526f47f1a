package org.bihuan.services.league.branches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.shared.Text;
import org.bihuan.portal.frame.Visitor;
import org.bihuan.services.league.Members;
import org.bihuan.services.league.Newcomer;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Organisation.Kind;
import org.bihuan.services.league.organisations.Organisations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A class is sent in on one page, the street takes it, and nobody sees what is not theirs. */
@TestApp
class LeagueJourneyTests {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private Organisations organisations;
  @Autowired private Members members;
  @Autowired private Staff staff;
  @Autowired private TestStaff colleagues;
  @Autowired private TestWork work;

  private String school = "";
  private UUID own = new UUID(0, 0);
  private UUID other = new UUID(0, 0);

  @BeforeEach
  void begin() {
    work.begin();
    school = "school-j" + COUNT.incrementAndGet();
    organisations.put(
        List.of(
            one(school, Kind.SCHOOL, null),
            one(school + "-1", Kind.CLASS, school),
            one(school + "-2", Kind.CLASS, school)));
    own = member(school + "-1");
    other = member(school + "-2");
  }

  private static Organisation one(String code, Kind kind, @Nullable String parent) {
    return new Organisation(code, kind, parent, new Text(code, code), null, kind == Kind.CLASS);
  }

  private UUID member(String home) {
    int n = COUNT.incrementAndGet();
    var answers = Map.of("next", "none", "stay", "move", "residence", "140213057");
    var newcomer =
        new Newcomer(
            "J%07d".formatted(n),
            "欧阳子涵",
            "135%08d".formatted(n),
            home,
            LocalDate.of(2026, 6, 30),
            answers);
    return switch (members.enter(List.of(newcomer)).getFirst()) {
      case Members.Entered.Added(var id) -> id;
      case Members.Entered wrong -> throw new AssertionError(wrong);
    };
  }

  private String number(UUID id) {
    return members.find(id).orElseThrow().number();
  }

  private Visitor colleague(String unit, String... posts) {
    var added = colleagues.another(unit, Role.HANDLER);
    var id = staff.find(added.login()).orElseThrow().id();
    for (var post : posts) {
      organisations.give(post, id);
    }
    return new Visitor(port).as(added.login(), added.password());
  }

  @Test
  void showsNobodyToWhoActsForNoOrganisation() {
    var stranger = colleague("street-057");
    assertThat(stranger.open("/desk/league").body())
        .contains("您还没有经办的团组织")
        .doesNotContain(number(own));
    assertThat(stranger.send("/desk/league", "n", own.toString(), "act", "submit").body())
        .contains("不是您的团组织经办的团员");
    assertThat(members.find(own).orElseThrow().atHome()).isTrue();
  }

  @Test
  void showsAClassItsOwnMembersMaskedAndSendsThemIn() {
    var secretary = colleague("league-branches", school + "-1");
    var page = secretary.open("/desk/league");
    assertThat(page.body())
        .contains(number(own), "欧阳**", "御河街道团工委")
        .doesNotContain(number(other), "欧阳子涵");
    var sent = secretary.send("/desk/league", "n", own.toString(), "act", "submit");
    assertThat(sent.body()).contains("已办1人，未办0人", "待审核");
    var again = secretary.send("/desk/league", "n", own.toString(), "act", "submit");
    assertThat(again.body()).contains("已有转接在办理中");
  }

  @Test
  void showsAReceiverOnlyWhoComesAndLetsThemGiveABranch() {
    colleague("league-branches", school).send("/desk/league", "n", own.toString(), "act", "submit");
    var street = colleague("street-057", "street-057");
    var elsewhere = colleague("street-058", "street-058");
    assertThat(elsewhere.open("/desk/league/incoming").body()).doesNotContain(number(own));
    assertThat(street.open("/desk/league/incoming").body())
        .contains(number(own))
        .doesNotContain(number(other));
    var agreed =
        street.send(
            "/desk/league/incoming",
            "n",
            own.toString(),
            "act",
            "agree",
            "branch." + own,
            "street-057-branch");
    assertThat(agreed.body()).contains("已办1人");
    assertThat(members.find(own).orElseThrow().position().organisation())
        .isEqualTo("street-057-branch");
  }

  @Test
  void letsTheCommitteeSeeRemindAndTakeTheFiguresAway() {
    var committee = colleague(Organisations.UNIT);
    var board = committee.open("/desk/league/board?year=2026");
    assertThat(board.body()).contains(school, "应转尽转率", "一个都不能少", "在册");
    var reminded = committee.sendFrom(board, "/desk/league/board/remind", "school", school);
    assertThat(reminded.body()).contains("已提醒2人");
    assertThat(committee.open("/desk/league/board.xlsx?year=2026").status()).isEqualTo(200);
    var given =
        committee.send("/desk/league/posts", "organisation", school, "login", "nobody-here");
    assertThat(given.status()).isEqualTo(422);
  }

  @Test
  void isAGuideForEverybody() {
    var anybody = new Visitor(port);
    assertThat(anybody.open("/league").body()).contains("毕业后的去向是什么", "8月31日", "<svg");
    assertThat(anybody.open("/league?next=army").body()).contains("特殊单位专属库");
    assertThat(anybody.open("/league?next=nonsense").body()).contains("没有这个答案");
    assertThat(anybody.open("/league?next=none&stay=keep&lang=en").body())
        .contains("Held for 6 months");
    assertThat(anybody.open("/my/league").path()).startsWith("/my/sign-in");
  }
}
