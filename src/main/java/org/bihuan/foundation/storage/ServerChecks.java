package org.bihuan.foundation.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What a server must be before we entrust people's matters to it, and what we may be to it. */
final class ServerChecks {

  private static final String FACTS =
      """
      select current_setting('server_version_num')::int as version,
             pg_encoding_to_char(encoding) as encoding,
             coalesce(datlocale, datctype) as ctype
        from pg_database
       where datname = current_database()
      """;

  private static final String FACTS_16 = FACTS.replace("coalesce(datlocale, datctype)", "datctype");

  /** Settings without which an acknowledged write may be forgotten. */
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums");

  private static final String RIGHTS =
      """
      select r.rolname as login, r.rolsuper as super, r.rolbypassrls as bypasses,
             (select min(t.schemaname || '.' || t.tablename) from pg_tables t
               where t.tableowner = r.rolname and r.rolname = ?) as owns
        from pg_roles r where r.rolname in (?, ?)
       order by login
      """;

  private ServerChecks() {}

  /** Throws if the server may forget what it has acknowledged, or not notice a broken page. */
  static void requireDurable(Connection connection) throws SQLException {
    for (var setting : DURABLE) {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("show " + setting)) {
        row.next();
        if ("off".equals(row.getString(1))) {
          throw new StorageFault(
              "the database runs with "
                  + setting
                  + " off, so that what people were promised could be lost: set it on");
        }
      }
    }
  }

  /**
   * Throws if the application could change the register, or see past a wall.
   *
   * @param user the login it uses
   * @param role the role it acts in
   */
  static void requireModest(Connection connection, String user, String role) throws SQLException {
    try (var statement = connection.prepareStatement(RIGHTS)) {
      statement.setString(1, role);
      statement.setString(2, user);
      statement.setString(3, role);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          requireModest(rows);
        }
      }
    }
  }

  private static void requireModest(ResultSet row) throws SQLException {
    var login = row.getString("login");
    if (row.getBoolean("super")) {
      throw tooStrong(login, "is a superuser");
    }
    if (row.getBoolean("bypasses")) {
      throw tooStrong(login, "has BYPASSRLS");
    }
    if (row.getString("owns") != null) {
      throw tooStrong(login, "owns the table " + row.getString("owns"));
    }
  }

  private static StorageFault tooStrong(String login, String why) {
    return new StorageFault(
        "the application signs in to the database as %s, which %s: give it a login of its own"
            .formatted(login, why));
  }

  static void check(Connection connection) throws SQLException {
    var major = connection.getMetaData().getDatabaseMajorVersion();
    if (major < 16) {
      throw new StorageFault("PostgreSQL 16 or newer is needed; this one is " + major);
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(major == 16 ? FACTS_16 : FACTS)) {
      row.next();
      if (!"UTF8".equals(row.getString("encoding"))) {
        throw new StorageFault("the database must be in UTF8: create it with encoding 'UTF8'");
      }
      var ctype = row.getString("ctype");
      if (!"C.UTF-8".equalsIgnoreCase(ctype) && !"C.utf8".equalsIgnoreCase(ctype)) {
        throw new StorageFault(
            "the database must have lc_ctype C.UTF-8, not "
                + ctype
                + ": create it with locale 'C.UTF-8' from template0");
      }
    }
  }
}
