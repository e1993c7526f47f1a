package org.bihuan.foundation.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back to a chosen moment. */
class BaseCopyTests {

  @TempDir Path folder;

  @Test
  void seesWhatWasBeforeTheMomentAndNothingAfterIt() throws Exception {
    var data = folder.resolve("data");
    Files.createDirectories(data.resolve(BaseCopy.ARCHIVE));
    var base = folder.resolve("base");
    Instant moment;
    try (var server = EmbeddedServer.start(data, EmbeddedServer.DURABLE)) {
      execute(server, "create table kept (n int)", "insert into kept values (1)");
      BaseCopy.take(data, base);
      execute(server, "insert into kept values (2)");
      moment = moment(server);
      execute(server, "insert into kept values (3)");
    }
    var back = folder.resolve("back");
    BaseCopy.rewind(base, data.resolve(BaseCopy.ARCHIVE), back, moment);
    try (var server = EmbeddedServer.start(back, EmbeddedServer.DURABLE)) {
      assertThat(sum(server)).isEqualTo(3);
    }
  }

  @Test
  void refusesACopyWithAFlippedByte() throws Exception {
    var data = folder.resolve("data");
    Files.createDirectories(data.resolve(BaseCopy.ARCHIVE));
    var base = folder.resolve("base");
    try (var server = EmbeddedServer.start(data, EmbeddedServer.DURABLE)) {
      execute(server, "create table kept (n int)");
      BaseCopy.take(data, base);
    }
    var file = base.resolve("postgres").resolve("global").resolve("pg_control");
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> BaseCopy.rewind(base, folder, folder.resolve("back"), Instant.EPOCH))
        .isInstanceOf(StorageFault.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void isNotTakenWhereNothingIsArchived() {
    var data = folder.resolve("data");
    var server = EmbeddedServer.start(data, EmbeddedServer.DURABLE);
    try (server) {
      assertThatThrownBy(() -> BaseCopy.take(data, folder.resolve("base")))
          .isInstanceOf(StorageFault.class)
          .hasMessageContaining("nothing is archived");
    }
  }

  private static void execute(EmbeddedServer server, String... statements) throws SQLException {
    var root = server.superuser("postgres");
    try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password());
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Instant moment(EmbeddedServer server) throws SQLException {
    var root = server.superuser("postgres");
    try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static long sum(EmbeddedServer server) throws SQLException {
    var root = server.superuser("postgres");
    try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select sum(n) from kept")) {
      row.next();
      return row.getLong(1);
    }
  }
}
