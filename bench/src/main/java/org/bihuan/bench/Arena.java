package org.bihuan.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.foundation.storage.DatabaseSettings;
import org.bihuan.foundation.storage.Databases;
import org.bihuan.foundation.storage.EmbeddedServer;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL that all contestants of a run share: the product's own server with the
 * product's own settings, so that nobody has it easier.
 */
final class Arena implements AutoCloseable {

  private final EmbeddedServer server;

  private Arena(EmbeddedServer server) {
    this.server = server;
  }

  /** A durable server that counts statements. */
  static Arena open(Path folder) {
    return open(folder, Map.of());
  }

  static Arena open(Path folder, Map<String, String> more) {
    var settings = new TreeMap<>(EmbeddedServer.DURABLE);
    settings.put("shared_preload_libraries", "pg_stat_statements");
    settings.putAll(more);
    var arena = new Arena(EmbeddedServer.start(folder, settings));
    arena.root("postgres", "create extension if not exists pg_stat_statements");
    return arena;
  }

  /** How to reach a database, made if it is not there. */
  DatabaseSettings database(String name) {
    Databases.ensure(server, name);
    return server.settings(name);
  }

  /** A pool for a rival that writes its own tables, as big as the product's. */
  HikariDataSource pool(String name) {
    var settings = database(name);
    var config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.owner());
    config.setPassword(settings.ownerPassword());
    config.setMaximumPoolSize(Setup.POOL);
    config.setConnectionTimeout(60_000);
    config.setPoolName(name);
    return new HikariDataSource(config);
  }

  /** A connection with every right. */
  Connection root(String database) {
    var root = server.superuser(database);
    try {
      return DriverManager.getConnection(root.url(), root.user(), root.password());
    } catch (SQLException e) {
      throw new IllegalStateException("the bench cannot reach its own database", e);
    }
  }

  void root(String database, String sql) {
    try (var connection = root(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot run: " + sql, e);
    }
  }

  /** One number from the server. */
  long ask(String database, String sql) {
    try (var connection = root(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot ask: " + sql, e);
    }
  }

  /** One text from the server; absent if there is no row. */
  @Nullable String tell(String database, String sql) {
    try (var connection = root(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot ask: " + sql, e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
