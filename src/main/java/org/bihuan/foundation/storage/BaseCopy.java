package org.bihuan.foundation.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * Goes back to a chosen moment: a copy of the whole server as it was, and everything written since,
 * which the server puts into its archive. A server archives from its next start on if its folder
 * holds a folder {@link #ARCHIVE}; a link to another disk is a folder too.
 */
public final class BaseCopy {

  /** The folder beside the data where finished pieces of the log are kept. */
  public static final String ARCHIVE = "archive";

  /** No piece of the log waits longer than this for being full. */
  private static final String LONGEST_WAIT = "30s";

  /** As the server's own files take it: they know offsets and no names of zones. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String DATA = "postgres";
  private static final String SECRETS = "secrets.properties";

  private BaseCopy() {}

  /**
   * What a server of a folder is told so that it archives; nothing if the folder has no archive.
   */
  static Map<String, String> settings(Path folder) {
    var archive = folder.resolve(ARCHIVE);
    return Files.isDirectory(archive)
        ? Map.of(
            "archive_mode",
            "on",
            "archive_library",
            "basic_archive",
            "basic_archive.archive_directory",
            archive.toString(),
            "archive_timeout",
            LONGEST_WAIT)
        : Map.of();
  }

  /**
   * Copies the running server of a folder, with its keys, while work goes on.
   *
   * @param into a folder that does not exist yet
   */
  public static void take(Path folder, Path into) {
    if (!Files.isDirectory(folder.resolve(ARCHIVE))) {
      throw new StorageFault(
          "nothing is archived: make the folder " + folder.resolve(ARCHIVE) + " and start again");
    }
    requireNew(into);
    var root = EmbeddedServer.superuserOf(folder, "postgres");
    try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password())) {
      begin(connection);
      var copied = into.resolve(DATA);
      var files = ServerFiles.copy(folder.resolve(DATA), copied);
      Files.writeString(copied.resolve("backup_label"), end(connection));
      files.note("backup_label");
      files.write(into);
      keys(folder, into);
    } catch (SQLException | IOException e) {
      throw new StorageFault("the server was not copied: " + e.getMessage(), e);
    }
  }

  private static void begin(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('bihuan', true)");
    }
  }

  /** Ends the copy, waits until the log it needs is archived, and gives the label it must carry. */
  private static String end(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
      row.next();
      return row.getString("labelfile");
    }
  }

  /**
   * Makes a folder whose server, once started, stands at a moment.
   *
   * @param base as {@link #take} made it
   * @param archive where the server's log was archived
   * @param folder does not exist yet
   * @param until the last moment to be seen
   */
  public static void rewind(Path base, Path archive, Path folder, Instant until) {
    requireNew(folder);
    var data = folder.resolve(DATA);
    try {
      ServerFiles.restore(base, base.resolve(DATA), data);
      aim(data, archive, until);
      keys(base, folder);
    } catch (IOException | JacksonException e) {
      throw new StorageFault("the copy cannot be brought back: " + e.getMessage(), e);
    }
  }

  private static void requireNew(Path folder) {
    if (Files.exists(folder)) {
      throw new StorageFault("the folder " + folder + " exists; choose another");
    }
  }

  private static void keys(Path from, Path to) throws IOException {
    var files = new ArrayList<>(Backups.keyFiles(from));
    if (Files.exists(from.resolve(SECRETS))) {
      files.add(from.resolve(SECRETS));
    }
    for (var file : files) {
      var copy = to.resolve(file.getFileName());
      Files.copy(file, copy);
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** Tells the server how far to go when it starts. */
  private static void aim(Path data, Path archive, Instant until) throws IOException {
    var lines =
        List.of(
            "restore_command = 'cp \"%s/%%f\" \"%%p\"'"
                .formatted(archive.toAbsolutePath().toString().replace("'", "''")),
            "recovery_target_time = '" + MOMENT.format(until) + "'",
            "recovery_target_action = 'promote'");
    Files.write(
        data.resolve("postgresql.auto.conf"),
        lines,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    Files.createFile(data.resolve("recovery.signal"));
  }
}
