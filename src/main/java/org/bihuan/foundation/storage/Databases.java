package org.bihuan.foundation.storage;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes roles and databases on our own server; on an external one the administrator does. */
public final class Databases {

  private Databases() {}

  /** Makes the two roles and the database if they are not there; tells whether it was made. */
  public static boolean ensure(EmbeddedServer server, String name) {
    var root = server.superuser("postgres");
    var wanted = server.settings(name);
    try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password());
        var statement = connection.createStatement()) {
      role(statement, Migrations.OWNER, String.valueOf(wanted.ownerPassword()));
      role(statement, Migrations.APP, wanted.password());
      try (var row =
          statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
        if (row.next()) {
          return false;
        }
      }
      statement.execute("create database %s owner %s".formatted(name, Migrations.OWNER));
      return true;
    } catch (SQLException e) {
      throw new StorageFault("cannot prepare the database: " + e.getMessage(), e);
    }
  }

  private static void role(java.sql.Statement statement, String name, String password)
      throws SQLException {
    try (var row =
        statement.executeQuery("select 1 from pg_roles where rolname = '" + name + "'")) {
      if (row.next()) {
        return;
      }
    }
    statement.execute("create role %s login password '%s'".formatted(name, password));
  }
}
