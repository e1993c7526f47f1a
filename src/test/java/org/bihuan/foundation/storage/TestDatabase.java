package org.bihuan.foundation.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One server for the JVM of the tests, one migrated template, a fresh copy for who asks. The
 * session zone is UTC while the JVM's is New York, so that a mixed-up zone shows.
 */
public final class TestDatabase {

  private static final String TEMPLATE = "bihuan_template";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedServer SERVER = begin();

  private final DatabaseSettings settings;
  private final HikariDataSource pool;

  private TestDatabase(DatabaseSettings settings) {
    this.settings = settings;
    this.pool = Pools.open(settings, new District(140213));
    pool.setMinimumIdle(0); // a hundred databases come and go: none keeps what it does not use
    pool.setIdleTimeout(10_000);
  }

  /** A database of one's own, migrated, empty, reached with the application's rights. */
  public static TestDatabase fresh() {
    return new TestDatabase(freshSettings());
  }

  /** The settings of a fresh database, for a Spring context. */
  public static DatabaseSettings freshSettings() {
    var name = "t_" + COUNT.incrementAndGet();
    asRoot("create database " + name + " template " + TEMPLATE + " owner " + Migrations.OWNER);
    return SERVER.settings(name);
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  public DataSource dataSource() {
    return pool;
  }

  public DatabaseSettings settings() {
    return settings;
  }

  /** The owner of the tables: for tests that tamper. */
  public JdbcClient owner() {
    var source =
        new org.springframework.jdbc.datasource.DriverManagerDataSource(
            settings.url(), Migrations.OWNER, String.valueOf(settings.ownerPassword()));
    return JdbcClient.create(source);
  }

  private static EmbeddedServer begin() {
    System.setProperty("com.zaxxer.hikari.housekeeping.periodMs", "3000");
    try {
      var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "db-");
      var server =
          EmbeddedServer.start(
              folder,
              Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "400"));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      Databases.ensure(server, TEMPLATE);
      Migrations.run(server.settings(TEMPLATE));
      return server;
    } catch (IOException e) {
      throw new StorageFault("no folder for the test database", e);
    }
  }

  private static void asRoot(String sql) {
    var root = SERVER.superuser("postgres");
    try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new StorageFault(sql + ": " + e.getMessage(), e);
    }
  }
}
