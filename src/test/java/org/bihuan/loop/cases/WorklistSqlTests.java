package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.cases.CaseFixtures.staff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.Worklist.Query;
import org.bihuan.loop.cases.register.RegisterRow;
import org.bihuan.loop.cases.search.TestingTitles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorklistSqlTests {

  private static final List<String> TITLES =
      List.of("路灯不亮", "井盖缺失", "路面积水，灯也不亮", "It's C:\\ 100%_", "WiFi 断了", "亮", "路");

  private final CaseFixtures fixtures = new CaseFixtures();
  private final List<CaseView> all = new ArrayList<>();

  @BeforeAll
  void opensMattersOfAllKinds() {
    for (int i = 0; i < 42; i++) {
      var id = new CaseId(Uuid7.next(java.time.Clock.systemUTC()));
      var opening = titled(id, i % 3 == 0 ? "licence" : "appeal", TITLES.get(i % TITLES.size()));
      var view = CaseFixtures.accepted(fixtures.cases.open(List.of(opening)).getFirst());
      all.add(view);
      fixtures.clock.set(fixtures.clock.instant().plus(Duration.ofHours(7)));
    }
    for (int i = 1; i < 42; i += 3) {
      move(i, "accept", Role.DISPATCHER, "{}");
    }
    for (int i = 1; i < 42; i += 6) {
      move(i, "dispatch", Role.DISPATCHER, "{\"unit\": \"city-management\"}");
    }
    for (int i = 2; i < 42; i += 6) {
      move(
          i, "redirect", Role.DISPATCHER, "{\"ground\": \"legal-route\", \"route\": \"请到法院立案窗口\"}");
    }
  }

  private static Opening titled(CaseId id, String procedure, String title) {
    var plain = CaseFixtures.opening(id, procedure, null);
    return new Opening(
        plain.id(),
        plain.procedure(),
        plain.item(),
        title,
        plain.area(),
        plain.unit(),
        plain.applicant(),
        plain.channel(),
        plain.parent(),
        plain.facts(),
        plain.actor());
  }

  private void move(int index, String act, Role role, String facts) {
    all.set(index, fixtures.does(all.get(index).identity().id(), act, staff(role), facts));
  }

  /** Follows the list to its end in pages of four. */
  private List<UUID> listed(
      @Nullable String unit, @Nullable String state, @Nullable Role owner, @Nullable String q) {
    var ids = new ArrayList<UUID>();
    Worklist.@Nullable Cursor after = null;
    do {
      var page = fixtures.cases.worklist(new Query(unit, state, owner, q, after, 4));
      page.rows().forEach(row -> ids.add(row.id()));
      after = page.next();
    } while (after != null);
    return ids;
  }

  /** The same list, from what was done. */
  private List<UUID> expected(
      @Nullable String unit, @Nullable String state, @Nullable Role owner, @Nullable String q) {
    return all.stream()
        .filter(v -> unit == null || v.unit().equals(unit))
        .filter(v -> state == null || v.state().equals(state))
        .filter(v -> owner == null || v.owner() == owner)
        .filter(v -> q == null ? v.times().closedAt() == null : holds(v, q))
        .sorted(
            Comparator.comparing(
                    (CaseView v) -> v.times().dueAt(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(v -> v.identity().id().value().toString()))
        .map(v -> v.identity().id().value())
        .toList();
  }

  private static boolean holds(CaseView view, String q) {
    return view.subject()
        .title()
        .toLowerCase(java.util.Locale.ROOT)
        .contains(q.toLowerCase(java.util.Locale.ROOT));
  }

  @Nested
  class Listing {

    @Test
    void givesEveryMatterOnceInTheOrderOfItsDueMoment() {
      assertThat(listed(null, null, null, null))
          .isNotEmpty()
          .isEqualTo(expected(null, null, null, null));
    }

    @Test
    void keepsToEachFilterAndToAllOfThemTogether() {
      for (var unit : java.util.Arrays.asList(null, CaseFixtures.UNIT, "city-management")) {
        for (var state : java.util.Arrays.asList(null, "received", "working", "closed")) {
          for (var owner : java.util.Arrays.asList(null, Role.DISPATCHER, Role.HANDLER)) {
            assertThat(listed(unit, state, owner, null))
                .as("%s %s %s", unit, state, owner)
                .isEqualTo(expected(unit, state, owner, null));
          }
        }
      }
    }
  }

  @Nested
  class Narrowing {

    @Test
    void endsWithWhatRunsOutBeforeAMoment() {
      var open = expected(null, null, null, null);
      var dues =
          all.stream()
              .filter(v -> v.times().closedAt() == null && v.times().dueAt() != null)
              .map(v -> v.times().dueAt())
              .sorted()
              .toList();
      var middle = dues.get(dues.size() / 2);
      var few = fixtures.cases.worklist(Query.of(null, 200).until(middle)).rows();
      assertThat(few).isNotEmpty().hasSizeLessThan(open.size());
      assertThat(few).allMatch(row -> row.dueAt() != null && row.dueAt().isBefore(middle));
      var ids = few.stream().map(Worklist.Row::id).toList();
      assertThat(open.subList(0, ids.size())).isEqualTo(ids);
    }

    @Test
    void listsWhatPeopleRaisedWhetherOpenOrClosed() {
      var person = all.getFirst().subject().applicant();
      var theirs = all.stream().filter(v -> v.subject().applicant().equals(person)).count();
      var rows = fixtures.cases.raisedBy(List.of(person), 200);
      assertThat(rows).hasSize((int) theirs);
      assertThat(fixtures.cases.raisedBy(List.of(new UUID(1, 1)), 200)).isEmpty();
    }

    @Test
    void findsByTheFirstLettersOfSyllables() {
      assertThat(fixtures.cases.spelled("ldbl", 100))
          .isNotEmpty()
          .allMatch(row -> row.title().equals("路灯不亮"));
      assertThat(fixtures.cases.spelled("jgqs", 2)).hasSize(2);
      assertThat(fixtures.cases.spelled("zzzz", 2)).isEmpty();
    }
  }

  @Nested
  class Searching {

    private static final List<String> ASKED =
        List.of("路灯", "不亮", "亮", "路", "灯也", "wifi", "it's c:\\", "100%_", "%", "，灯", "没有这个");

    @Test
    void findsWhatWasOpenedAMomentAgo() {
      fixtures.database.jdbc().sql("delete from cases.follower").update();
      fixtures.database.jdbc().sql("delete from cases.case_words").update();
      for (var q : ASKED) {
        assertThat(listed(null, null, null, q)).as(q).isEqualTo(expected(null, null, null, q));
      }
    }

    @Test
    void findsTheSameWhenTheWordsAreKept() {
      var follower = TestingTitles.follower(fixtures.database, CaseFixtures.DISTRICT);
      for (var view : all) {
        var rows = fixtures.cases.entries(view.identity().id());
        follower.follow(rows.stream().map(RegisterRow::entry).toList());
        follower.follow(rows.stream().map(RegisterRow::entry).toList());
      }
      var kept = fixtures.database.jdbc().sql("select count(*) from cases.case_words");
      assertThat(kept.query(Integer.class).single()).isEqualTo(all.size());
      skipTheRegister();
      for (var q : ASKED) {
        assertThat(listed(null, null, null, q)).as(q).isEqualTo(expected(null, null, null, q));
      }
      assertThat(listed("city-management", "working", Role.HANDLER, "路"))
          .isEqualTo(expected("city-management", "working", Role.HANDLER, "路"));
    }

    /** As if the follower had come to the end of every lane. */
    private void skipTheRegister() {
      fixtures
          .database
          .jdbc()
          .sql(
              """
              insert into cases.follower (district, name, lane, position)
              select district, 'cases-titles', lane, last from cases.lane
              """)
          .update();
    }

    @Test
    void findsNumbersAndCodes() {
      var one = all.getFirst();
      var id = one.identity().id().value();
      assertThat(listed(null, null, null, one.identity().number().value())).containsExactly(id);
      assertThat(listed(null, null, null, one.identity().code().grouped())).containsExactly(id);
    }
  }
}
