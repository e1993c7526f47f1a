package org.bihuan.foundation.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTests {

  @TempDir Path folder;

  @Test
  void keepsItsDataAcrossAKillOfTheServerAndARestart() throws Exception {
    try (var server = EmbeddedServer.start(folder, EmbeddedServer.DURABLE)) {
      execute(server, "create table kept (n int)", "insert into kept values (7)");
      for (var pid : new Postmaster(folder.toRealPath().resolve("postgres")).processes()) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      assertThat(eventually(server)).isEqualTo(7);
    }
    try (var again = EmbeddedServer.start(folder, EmbeddedServer.DURABLE)) {
      assertThat(eventually(again)).isEqualTo(7);
    }
  }

  @Test
  void startsAServerAgainThatAtFirstDoesNotStart() throws Exception {
    try (var server = EmbeddedServer.start(folder, EmbeddedServer.DURABLE)) {
      execute(server, "create table kept (n int)", "insert into kept values (7)");
      var log = folder.resolve("postgres.log");
      var data = folder.toRealPath().resolve("postgres");
      var settings = data.resolve("postgresql.conf");
      var right = Files.readString(settings);
      Files.writeString(settings, "no such line\n");
      var torn = "FATAL:  事项".getBytes(UTF_8);
      Files.write(log, Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
      for (var pid : new Postmaster(data).processes()) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      await(() -> new String(Files.readAllBytes(log), ISO_8859_1).contains("contains errors"));
      Files.writeString(settings, right);
      assertThat(eventually(server)).isEqualTo(7);
    }
  }

  private static void await(Callable<Boolean> come) throws Exception {
    for (int i = 0; i < 300 && !come.call(); i++) {
      Thread.sleep(50);
    }
    assertThat(come.call()).isTrue();
  }

  @Test
  void isDurableAndChecksummedAndInTheRightLocale() throws Exception {
    try (var server = EmbeddedServer.start(folder, EmbeddedServer.DURABLE);
        var connection = open(server)) {
      assertThat(setting(connection, "fsync")).isEqualTo("on");
      assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
      assertThat(setting(connection, "data_checksums")).isEqualTo("on");
      assertThatCode(() -> ServerChecks.check(connection)).doesNotThrowAnyException();
    }
  }

  @Test
  void refusesAFolderThatIsInUse() {
    var server = EmbeddedServer.start(folder, EmbeddedServer.DURABLE);
    try (server) {
      assertThatThrownBy(() -> EmbeddedServer.start(folder, EmbeddedServer.DURABLE))
          .isInstanceOf(StorageFault.class)
          .hasMessageContaining("in use by another Bihuan");
    }
  }

  private static int eventually(EmbeddedServer server) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      try (var connection = open(server);
          var statement = connection.createStatement();
          var row = statement.executeQuery("select n from kept")) {
        row.next();
        return row.getInt(1);
      } catch (SQLException e) {
        Thread.sleep(50); // the server is starting again
      }
    }
    return -1;
  }

  private static Connection open(EmbeddedServer server) throws SQLException {
    var root = server.superuser("postgres");
    return DriverManager.getConnection(root.url(), root.user(), root.password());
  }

  private static void execute(EmbeddedServer server, String... statements) throws SQLException {
    try (var connection = open(server);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
