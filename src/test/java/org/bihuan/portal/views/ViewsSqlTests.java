package org.bihuan.portal.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.bihuan.portal.views.View.Outcome;
import org.bihuan.portal.views.View.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class ViewsSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);
  private static final View.Asked ASKED =
      new View.Asked("ours", null, "working", "late", "路灯", "help");

  private final ViewSql sql = new ViewSql(DATABASE.jdbc(), new District(140213));
  private final Views views = new Views(sql, CLOCK);
  private final Actor owner = new Actor(UUID.randomUUID(), "someone", Set.of(), "x");

  private Outcome keep(String name, boolean first) {
    return views.keep(owner, name, ASKED, List.of("due", "unit"), first);
  }

  private UUID kept(String name, boolean first) {
    return switch (keep(name, first)) {
      case Outcome.Kept(var view) -> view.id();
      case Outcome.Refused(var refusal) -> throw new AssertionError(refusal);
    };
  }

  @Test
  void areKeptAsTheyWereAskedForAndAreTheOwnersAlone() {
    var id = kept(" 快到期的路灯 ", true);

    var view = new View(id, "快到期的路灯", ASKED, List.of("due", "unit"), true);
    assertThat(views.of(owner)).containsExactly(view);
    assertThat(views.of(new Actor(UUID.randomUUID(), "other", Set.of(), "x"))).isEmpty();
  }

  @Test
  void haveOneFirstAtMost() {
    kept("a", true);
    var second = kept("b", true);
    assertThat(views.of(owner))
        .filteredOn(View::first)
        .extracting(View::id)
        .containsExactly(second);
    views.drop(owner, second);
    assertThat(views.of(owner)).extracting(View::name).containsExactly("a");
  }

  @Test
  void areRefusedByName() {
    kept("a", false);
    assertThat(keep("a", false)).isEqualTo(new Outcome.Refused(Refusal.NAME_TAKEN));
    assertThat(keep(" ", false)).isEqualTo(new Outcome.Refused(Refusal.NAME_FORM));
    assertThat(keep("字".repeat(31), false)).isEqualTo(new Outcome.Refused(Refusal.NAME_FORM));
    assertThat(keep("a\u202eb", false)).isEqualTo(new Outcome.Refused(Refusal.NAME_FORM));
  }

  @Test
  void areAtMostTwelve() {
    for (int i = 1; i <= ViewSql.MOST; i++) {
      kept("v" + i, false);
    }
    assertThat(keep("one more", false)).isEqualTo(new Outcome.Refused(Refusal.TOO_MANY));
  }

  @Test
  void leaveAnExportThatNobodyCanEdit() {
    var id = new Exports(sql, CLOCK).taken(owner, "queue=ours", List.of("A1", "A2"));

    var numbers =
        DATABASE
            .jdbc()
            .sql("select array_to_string(numbers, ',') from views.export where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(numbers).isEqualTo("A1,A2");
    var edit = DATABASE.jdbc().sql("delete from views.export");
    assertThatThrownBy(edit::update).isInstanceOf(DataAccessException.class);
  }
}
