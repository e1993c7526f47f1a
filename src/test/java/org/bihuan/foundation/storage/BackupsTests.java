package org.bihuan.foundation.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupsTests {

  private static final String TALLIES = "select count(*) from boards.tally";

  @TempDir Path folder;

  @Test
  void bringEveryRowAndKeyBack() throws IOException {
    var from = TestDatabase.fresh();
    tally(from.jdbc(), "open");
    tally(from.jdbc(), "close 中文\t\\N");
    var key = Files.writeString(folder.resolve("field.key"), "secret");
    var file = folder.resolve("copy.zip");
    assertThat(Backups.create(from.settings(), file, List.of(key))).isEqualTo(3);
    var to = TestDatabase.fresh();
    var keys = folder.resolve("elsewhere");
    assertThat(Backups.restore(to.settings(), file, keys)).isEqualTo(3);
    assertThat(
            to.jdbc().sql("select act from boards.tally order by act").query(String.class).list())
        .containsExactly("close 中文\t\\N", "open");
    assertThat(keys.resolve("field.key")).hasContent("secret");
  }

  @Test
  void refuseADatabaseThatHoldsSomething() {
    var from = TestDatabase.fresh();
    tally(from.jdbc(), "open");
    var file = folder.resolve("copy.zip");
    Backups.create(from.settings(), file, List.of());
    assertThatThrownBy(() -> Backups.restore(from.settings(), file, folder))
        .isInstanceOf(StorageFault.class)
        .hasMessageContaining("not empty");
    assertThat(from.jdbc().sql(TALLIES).query(Long.class).single()).isEqualTo(1);
  }

  /** Staff belong to units, units to units: whom a row refers to must be there before it. */
  @Test
  void bringThoseFirstWhomOthersReferTo() throws SQLException {
    try (var connection = TestDatabase.fresh().dataSource().getConnection()) {
      var names =
          new BackupTables(connection).inOrder().stream().map(BackupTables.Table::name).toList();
      assertThat(names).containsSubsequence("access.unit", "access.staff", "access.token");
      assertThat(names).containsSubsequence("cases.case_file", "cases.case_entry");
    }
  }

  @Test
  void knowWhatAMigrationPutsIntoATable() throws SQLException {
    var fresh = TestDatabase.fresh();
    try (var connection = fresh.dataSource().getConnection()) {
      var tables = new BackupTables(connection).inOrder();
      assertThat(tables).hasSizeGreaterThan(10);
      for (var table : tables) {
        var any = fresh.jdbc().sql("select exists (select 1 from " + table.name() + ")");
        assertThat(any.query(Boolean.class).single())
            .describedAs(table.name())
            .isEqualTo(table.seeded());
      }
    }
  }

  /** A member names their place, and the place its member; one of the two waits for the commit. */
  @Test
  void bringBackRowsThatReferToEachOther() {
    var from = TestDatabase.fresh();
    from.jdbc()
        .sql(
            """
            with o as (
              insert into league.organisation (district, code, kind, zh, en, branch, origin)
              values (140213, 'c-1', 'class', '班', 'class', true, 'ours')
            ), m as (
              insert into league.member (district, id, number, person, home, cohort, graduated_on,
                                         answers, print, registered_at, position)
              values (140213, gen_random_uuid(), 'B0001', gen_random_uuid(), 'c-1', 2026,
                      '2026-06-30', '{}', '', now(), 1)
              returning id
            )
            insert into league.membership (district, member, n, organisation, standing, since)
            select 140213, id, 1, 'c-1', 'settled', now() from m
            """)
        .update();
    var file = folder.resolve("copy.zip");
    assertThat(Backups.create(from.settings(), file, List.of())).isEqualTo(4);
    assertThat(Backups.restore(TestDatabase.freshSettings(), file, folder)).isEqualTo(4);
  }

  @Test
  void noticeAFlippedByte() throws IOException {
    var from = TestDatabase.fresh();
    tally(from.jdbc(), "open");
    var file = folder.resolve("copy.zip");
    Backups.create(from.settings(), file, List.of());
    assertThat(Backups.verify(file)).isEmpty();
    var bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += 97) {
      bytes[at] ^= 1;
      Files.write(file, bytes);
      assertThat(Backups.verify(file)).describedAs("byte %s", at).isNotEmpty();
      bytes[at] ^= 1;
    }
  }

  private static void tally(JdbcClient jdbc, String act) {
    jdbc.sql("insert into boards.tally (district, day, act, n) values (140213, '2026-11-23', ?, 1)")
        .param(act)
        .update();
  }

  @Test
  void bringsTheFilesOfMattersBack(@TempDir Path place) throws IOException {
    var digest = "ab" + "0".repeat(62);
    var files = Files.createDirectories(place.resolve("files/ab"));
    Files.writeString(files.resolve(digest), "content");
    Files.createDirectories(place.resolve("files/incoming"));
    Files.writeString(place.resolve("files/incoming/draft"), "half");
    var copy = place.resolve("copy.zip");
    var beside = new Backups.Beside(List.of(), place.resolve("files"));
    Backups.create(TestDatabase.freshSettings(), copy, beside);
    assertThat(Backups.verify(copy)).isEmpty();
    Backups.restore(TestDatabase.freshSettings(), copy, place.resolve("back"));
    assertThat(place.resolve("back/evidence/ab").resolve(digest)).hasContent("content");
    assertThat(place.resolve("back/evidence/incoming")).doesNotExist();
  }
}
