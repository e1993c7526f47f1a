package org.bihuan.foundation.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What we ask of a server, and of ourselves. */
class ServerChecksTests {

  private Connection connection;

  @BeforeEach
  void signsIn() throws SQLException {
    connection = TestDatabase.fresh().dataSource().getConnection();
  }

  @AfterEach
  void signsOut() throws SQLException {
    connection.close();
  }

  @Test
  void refuseAServerThatMayForget() {
    assertThatThrownBy(() -> ServerChecks.requireDurable(connection))
        .isInstanceOf(StorageFault.class)
        .hasMessageContaining("fsync off");
  }

  @Test
  void refuseALoginThatMayDoEverything() {
    assertThatThrownBy(() -> ServerChecks.requireModest(connection, "postgres", Migrations.APP))
        .isInstanceOf(StorageFault.class)
        .hasMessageContaining("postgres, which is a superuser");
  }

  @Test
  void refuseToActAsTheOwnerOfTheTables() {
    assertThatThrownBy(
            () -> ServerChecks.requireModest(connection, Migrations.OWNER, Migrations.OWNER))
        .isInstanceOf(StorageFault.class)
        .hasMessageContaining("owns the table");
  }

  @Test
  void letTheApplicationsOwnLoginIn() {
    assertThatCode(() -> ServerChecks.requireModest(connection, Migrations.APP, Migrations.APP))
        .doesNotThrowAnyException();
  }

  /** Whoever owns the tables may sign in, if the application then acts in its own role. */
  @Test
  void letAnOwnerInThatStepsDown() {
    assertThatCode(() -> ServerChecks.requireModest(connection, Migrations.OWNER, Migrations.APP))
        .doesNotThrowAnyException();
  }
}
