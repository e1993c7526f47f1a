package org.bihuan.foundation.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupsTests {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private static final String TALLIES = "select count(*) from boards.tally";

  @TempDir Path folder;

  @Test
  void bringEveryRowAndKeyBack() throws IOException {
    var from = TestDatabase.fresh();
    tally(from.jdbc(), "open");
    tally(from.jdbc(), "close 中文\t\\N");
    var key = Files.writeString(folder.resolve("field.key"), "secret");
    var file = folder.resolve("copy.zip");
    assertThat(Backups.create(from.settings(), file, List.of(key), NOW)).isEqualTo(2);
    var to = TestDatabase.fresh();
    var keys = folder.resolve("elsewhere");
    assertThat(Backups.restore(to.settings(), file, keys)).isEqualTo(2);
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
    Backups.create(from.settings(), file, List.of(), NOW);
    assertThatThrownBy(() -> Backups.restore(from.settings(), file, folder))
        .isInstanceOf(StorageFault.class)
        .hasMessageContaining("not empty");
    assertThat(from.jdbc().sql(TALLIES).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void noticeAFlippedByte() throws IOException {
    var from = TestDatabase.fresh();
    tally(from.jdbc(), "open");
    var file = folder.resolve("copy.zip");
    Backups.create(from.settings(), file, List.of(), NOW);
    assertThat(Backups.verify(file)).isEmpty();
    var bytes = Files.readAllBytes(file);
    bytes[60] ^= 1;
    Files.write(file, bytes);
    assertThat(Backups.verify(file)).isNotEmpty();
  }

  private static void tally(JdbcClient jdbc, String act) {
    jdbc.sql("insert into boards.tally (district, day, act, n) values (140213, '2026-11-23', ?, 1)")
        .param(act)
        .update();
  }
}
