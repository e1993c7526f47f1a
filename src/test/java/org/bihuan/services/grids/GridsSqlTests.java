package org.bihuan.services.grids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.services.grids.MatterList.Kind;
import org.bihuan.services.grids.RecordFile.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the statements on rounds keep, and what the database refuses by itself. */
@TestApp
class GridsSqlTests {

  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final String GRID = "140213058000001";

  @Autowired TestWork work;
  @Autowired RecordSql records;
  @Autowired PostSql posts;
  @Autowired ContentSql contents;
  @Autowired ClashSql clashes;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void begins() {
    work.begin();
  }

  private static RecordFile file(State state, Map<String, String> fields) {
    return new RecordFile(
        UUID.randomUUID(),
        GRID,
        Kind.VISIT,
        "elderly",
        state,
        null,
        UUID.randomUUID(),
        AT,
        1,
        fields);
  }

  private RecordFile added(Map<String, String> fields) {
    var file = file(fields.containsKey("again") ? State.OPEN : State.SETTLED, fields);
    records.add(file, UUID.randomUUID(), AT);
    return file;
  }

  @Test
  void refuseARecordThatIsOpenWithoutADayOrPassedWithoutAMatter() {
    for (var state : new State[] {State.OPEN, State.PASSED}) {
      assertThatThrownBy(() -> records.add(file(state, Map.of()), UUID.randomUUID(), AT))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void refuseTheSameVersionTwice() {
    var file = added(Map.of("found", "好"));
    var next = file.saying(Map.of("found", "更好"));
    records.move(next, UUID.randomUUID(), file.worker(), AT);
    assertThatThrownBy(() -> records.move(next, UUID.randomUUID(), file.worker(), AT))
        .hasMessageContaining("was not stored");
    assertThat(records.said(file.id(), 1)).contains(Map.of("found", "好"));
    assertThat(records.said(file.id(), 2)).contains(Map.of("found", "更好"));
    assertThat(records.versions(file.id())).hasSize(2);
  }

  @Test
  void listWhatIsDueByDay() {
    var late = added(Map.of("again", "2026-11-20"));
    var soon = added(Map.of("again", "2026-11-25"));
    added(Map.of("again", "2027-01-05"));
    var due = records.due(java.util.List.of(GRID), java.time.LocalDate.of(2026, 11, 30), 10);
    assertThat(due).extracting(RecordFile::id).containsExactly(late.id(), soon.id());
  }

  @Test
  void giveAGridToOneAtATime() {
    var grid = "140213058000002";
    var by = UUID.randomUUID();
    var first = new GridPost(UUID.randomUUID(), grid, UUID.randomUUID(), "0352-5558001", AT);
    var second = new GridPost(UUID.randomUUID(), grid, UUID.randomUUID(), "0352-5558002", AT);
    assertThat(posts.add(first, by)).isTrue();
    assertThat(posts.add(second, by)).isFalse();
    assertThat(posts.end(first.id(), by, AT)).isTrue();
    assertThat(posts.end(first.id(), by, AT)).isFalse();
    assertThat(posts.add(second, by)).isTrue();
  }

  @Test
  void settleAClashOnce() {
    var file = added(Map.of("found", "好"));
    var clash =
        new ClashSql.Clash(
            UUID.randomUUID(), file.id(), 1, UUID.randomUUID(), AT, Map.of("found", "坏"));
    clashes.add(clash);
    assertThat(clashes.open(file.id())).containsExactly(clash.id());
    assertThat(clashes.find(clash.id())).contains(clash);
    clashes.settle(clash.id(), clash.by(), AT);
    assertThat(clashes.find(clash.id())).isEmpty();
    assertThatThrownBy(() -> clashes.settle(clash.id(), clash.by(), AT))
        .hasMessageContaining("meanwhile");
  }

  @Test
  void goAlongWhenTheKeyIsReplaced() {
    added(Map.of("found", "好"));
    var some = contents.after(new UUID(0, 0), 1);
    assertThat(some).hasSize(1);
    var old = some.getFirst();
    assertThat(contents.closedWith(old.value()[0])).isPositive();
    assertThat(contents.replace(old, old.value())).isTrue();
    var other = new org.bihuan.foundation.people.FieldSeal.Column.Closed(old.row(), new byte[] {9});
    assertThat(contents.replace(other, old.value())).isFalse();
  }
}
