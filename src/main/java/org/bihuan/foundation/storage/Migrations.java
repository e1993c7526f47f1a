package org.bihuan.foundation.storage;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings every module's schema to the version of this program, each with its own history. The
 * application's role gets what it needs and no more: a table whose comment holds {@code
 * [append-only]} can be read and added to, never changed.
 */
public final class Migrations {

  static final String OWNER = "bihuan_owner";
  static final String APP = "bihuan_app";

  private static final String GRANTS =
      """
      do $$
      declare t record;
      begin
        execute format('grant usage on schema %1$I to bihuan_app', '@schema@');
        for t in select c.oid, c.relname, obj_description(c.oid, 'pg_class') as said
                   from pg_class c
                  where c.relnamespace = '@schema@'::regnamespace and c.relkind in ('r', 'p', 'v')
                    and c.relname <> 'flyway_history'
        loop
          execute format('revoke all on %I.%I from bihuan_app', '@schema@', t.relname);
          if t.said like '%[append-only]%' then
            execute format('grant select, insert on %I.%I to bihuan_app', '@schema@', t.relname);
          else
            execute format('grant select, insert, update, delete on %I.%I to bihuan_app',
                           '@schema@', t.relname);
          end if;
        end loop;
      end $$
      """;

  private static final String HAS_HISTORY =
      "select to_regclass('@schema@.flyway_history') is not null";

  private static final String NEWEST =
      """
      select version from @schema@.flyway_history
       where success and version is not null order by installed_rank desc limit 1
      """;

  private Migrations() {}

  /** Migrates all modules; repeated runs change nothing. */
  public static void run(DatabaseSettings database) {
    var user = database.owner() == null ? database.user() : database.owner();
    var password = database.owner() == null ? database.password() : database.ownerPassword();
    try (var connection = DriverManager.getConnection(database.url(), user, password)) {
      ServerChecks.check(connection);
      ensureAppRole(connection);
      ServerChecks.requireModest(connection, database.user(), APP);
      for (var module : modules().entrySet()) {
        if (!module.getValue().equals(applied(connection, module.getKey()))) {
          migrate(database.url(), user, password, module.getKey());
        }
        try (var statement = connection.createStatement()) {
          statement.execute(GRANTS.replace("@schema@", module.getKey()));
        }
      }
    } catch (SQLException | FlywayException e) {
      throw new StorageFault(
          "cannot prepare the database " + database.url() + ": " + e.getMessage(), e);
    }
  }

  private static void migrate(
      String url, String user, @org.jspecify.annotations.Nullable String password, String module) {
    Flyway.configure()
        .dataSource(url, user, password)
        .schemas(module)
        .defaultSchema(module)
        .table("flyway_history")
        .locations("classpath:db/migration/" + module)
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }

  private static void ensureAppRole(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          do $$
          begin
            if not exists (select 1 from pg_roles where rolname = 'bihuan_app') then
              create role bihuan_app nologin;
            end if;
          end $$
          """);
    }
  }

  /**
   * The newest version a schema has; empty if it has none. A schema that is where the files are is
   * not looked at further: Flyway would take longer for it than everything else takes to start.
   */
  private static String applied(Connection connection, String module) throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var rows = statement.executeQuery(HAS_HISTORY.replace("@schema@", module))) {
        if (!rows.next() || !rows.getBoolean(1)) {
          return "";
        }
      }
      try (var rows = statement.executeQuery(NEWEST.replace("@schema@", module))) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  /**
   * The newest version of each module's files. Schemas do not refer to each other, so their order
   * is the alphabet's.
   */
  private static SortedMap<String, String> modules() {
    try {
      var found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:db/migration/*/V*__*.sql");
      var newest = new TreeMap<String, String>();
      for (var resource : found) {
        var parts = resource.getURL().getPath().split("/", -1);
        var version = parts[parts.length - 1].substring(1).split("__", 2)[0];
        newest.merge(parts[parts.length - 2], version, BinaryOperator.maxBy(naturalOrder()));
      }
      return newest;
    } catch (IOException e) {
      throw new StorageFault("cannot list the migrations", e);
    }
  }
}
