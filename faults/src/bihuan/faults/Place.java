package bihuan.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bihuan.foundation.storage.DatabaseSettings;
import org.bihuan.foundation.storage.EmbeddedServer;

/** A folder of a scenario's own with a database server in it. */
final class Place implements AutoCloseable {

  static final String NAME = "bihuan";

  private final Town town;
  private final Path folder;
  private final EmbeddedServer server;

  Place(Town town, Path folder, EmbeddedServer server) {
    this.town = town;
    this.folder = folder;
    this.server = server;
  }

  Town town() {
    return town;
  }

  Path folder() {
    return folder;
  }

  Path data() {
    return folder.resolve("postgres");
  }

  DatabaseSettings settings() {
    return server.settings(NAME);
  }

  String url() {
    return settings().url();
  }

  /** What a product's virtual machine is told to work on this place. */
  List<String> options(String url) {
    var settings = settings();
    return List.of(
        "-Dbihuan.database.url=" + url,
        "-Dbihuan.database.user=" + settings.user(),
        "-Dbihuan.database.password=" + settings.password(),
        "-Dbihuan.database.owner=" + settings.owner(),
        "-Dbihuan.database.owner-password=" + settings.ownerPassword(),
        "-Dbihuan.key-file=" + folder.resolve("field.key"),
        "-Dbihuan.register.key-file=" + folder.resolve("register.key"),
        "-Djava.io.tmpdir=" + folder);
  }

  /** A session of the owner of the tables. */
  Connection owner() throws SQLException {
    var settings = settings();
    return patiently(
        url(), String.valueOf(settings.owner()), String.valueOf(settings.ownerPassword()));
  }

  /** A session with every right. */
  Connection root() throws SQLException {
    var root = server.superuser(NAME);
    return patiently(root.url(), root.user(), root.password());
  }

  /** A server that was killed takes a moment to come back. */
  private static Connection patiently(String url, String user, String password)
      throws SQLException {
    long until = System.nanoTime() + 30_000_000_000L;
    while (true) {
      try {
        return DriverManager.getConnection(url, user, password);
      } catch (SQLException e) {
        if (System.nanoTime() > until) {
          throw e;
        }
        LockSupport.parkNanos(50_000_000L);
      }
    }
  }

  /** Runs statements with every right. */
  void asRoot(String... statements) throws SQLException {
    try (var connection = root();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Processes of the server: those that work in its data folder. */
  List<ProcessHandle> processes() throws IOException {
    var home = data().toRealPath();
    var found = new ArrayList<ProcessHandle>();
    try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (var one : all) {
        if (worksIn(one, home)) {
          ProcessHandle.of(Long.parseLong(one.getFileName().toString())).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean worksIn(Path process, Path home) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(home);
    } catch (IOException e) {
      return false; // it ended meanwhile, or is not ours to look at
    }
  }

  /** Ends the server with all its processes at once. */
  void killServer() throws IOException {
    processes().forEach(ProcessHandle::destroyForcibly);
  }

  /** How many processes the server has and what it said last, for a report. */
  String lastLine() throws IOException {
    var said = Files.readString(folder.resolve("postgres.log"), StandardCharsets.ISO_8859_1);
    return processes().size() + " processes, " + said.lines().reduce("", (a, b) -> b);
  }

  /** Reads the first column with every right. */
  List<String> lines(String sql) throws SQLException {
    try (var connection = root()) {
      return lines(connection, sql);
    }
  }

  static List<String> lines(Connection connection, String sql) throws SQLException {
    var lines = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  /** Counts rows with every right. */
  long count(String sql) throws SQLException {
    try (var connection = root();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
