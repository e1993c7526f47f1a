package org.bihuan.foundation.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
