package org.bihuan.foundation.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bihuan.foundation.storage.BackupFile.Manifest;
import org.bihuan.foundation.storage.BackupFile.Part;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Whole copies of a database in one file: every table as it was at one moment, the key files, and a
 * manifest with a digest of each part. The file holds people's data and keys: keep it as safely as
 * the database.
 */
public final class Backups {

  private static final Pattern KEY_FILE =
      Pattern.compile("field\\.key(\\.\\d+)?|(register|sign-in)\\.key");

  private Backups() {}

  /**
   * Writes a copy while work goes on.
   *
   * @param keys key files to take along; those that do not exist are left out
   * @return how many rows were copied
   */
  public static long create(DatabaseSettings database, Path file, List<Path> keys) {
    return create(database, file, new Beside(keys, null));
  }

  /**
   * What lies beside the database and belongs to it.
   *
   * @param keys key files; those that do not exist are left out
   * @param files the folder of files of matters; absent if there is none
   */
  public record Beside(List<Path> keys, @Nullable Path files) {

    public Beside {
      keys = List.copyOf(keys);
    }
  }

  /** The same with the files of matters: they are copied after the rows that name them. */
  public static long create(DatabaseSettings database, Path file, Beside beside) {
    try (var connection = owner(database)) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      long rows;
      try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.setComment(BackupFile.UNSEALED);
        rows = write(connection, zip, beside);
      }
      BackupFile.seal(file);
      return rows;
    } catch (SQLException | IOException e) {
      throw new StorageFault("the backup was not made: " + e.getMessage(), e);
    }
  }

  /** The key files that lie in a folder: all of the fields', and those of register and sign-in. */
  public static List<Path> keyFiles(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> KEY_FILE.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StorageFault("cannot look for key files in " + folder, e);
    }
  }

  private static long write(Connection connection, ZipOutputStream zip, Beside beside)
      throws SQLException, IOException {
    var tables = new BackupTables(connection);
    var copier = connection.unwrap(PGConnection.class).getCopyAPI();
    var parts = new ArrayList<Part>();
    for (var table : tables.inOrder()) {
      var sql = "copy " + table.name() + " (" + table.columns() + ") to stdout";
      parts.add(part(zip, "data/" + table.name(), out -> copier.copyOut(sql, out)));
    }
    for (var key : beside.keys()) {
      if (Files.exists(key)) {
        parts.add(part(zip, "keys/" + key.getFileName(), out -> Files.copy(key, out)));
      }
    }
    parts.addAll(files(zip, beside.files()));
    var manifest = new Manifest(1, tables.moment(), tables.versions(), parts);
    zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
    zip.write(BackupFile.written(manifest));
    zip.closeEntry();
    return parts.stream().filter(p -> p.name().startsWith("data/")).mapToLong(Part::rows).sum();
  }

  /** Content that has its name never changes, so that it can be copied while work goes on. */
  private static List<Part> files(ZipOutputStream zip, @Nullable Path folder)
      throws SQLException, IOException {
    var parts = new ArrayList<Part>();
    if (folder != null && Files.isDirectory(folder)) {
      try (var all = Files.walk(folder, 2)) {
        for (var file : all.filter(BackupFile::isContent).sorted().toList()) {
          var name = BackupFile.FILES + folder.relativize(file).toString().replace('\\', '/');
          parts.add(part(zip, name, out -> Files.copy(file, out)));
        }
      }
    }
    return parts;
  }

  /** Something that writes a part and tells how many rows or bytes it wrote. */
  private interface Writing {
    long to(OutputStream out) throws SQLException, IOException;
  }

  private static Part part(ZipOutputStream zip, String name, Writing writing)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(name));
    var digest = new DigestOutputStream(zip, sha256());
    long rows = writing.to(digest);
    digest.flush();
    zip.closeEntry();
    return new Part(name, rows, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
  }

  /**
   * Brings a copy back into a database that holds nothing, its key files into a folder, and the
   * files of matters into {@code evidence} below it.
   *
   * @return how many rows were brought back
   * @throws StorageFault if the file is damaged, the database is not empty or of another version
   */
  public static long restore(DatabaseSettings database, Path file, Path keyFolder) {
    var problems = verify(file);
    if (!problems.isEmpty()) {
      throw new StorageFault("the backup is damaged: " + problems.getFirst());
    }
    try (var connection = owner(database);
        var backup = BackupFile.open(file)) {
      connection.setAutoCommit(false);
      long rows = read(connection, backup);
      connection.commit();
      backup.keysInto(keyFolder);
      backup.filesInto(keyFolder.resolve("evidence"));
      return rows;
    } catch (SQLException | IOException e) {
      throw new StorageFault("the backup was not restored: " + e.getMessage(), e);
    }
  }

  private static long read(Connection connection, BackupFile backup)
      throws SQLException, IOException {
    var tables = new BackupTables(connection);
    if (!tables.versions().equals(backup.manifest().versions())) {
      throw new StorageFault(
          "the backup is of another version of Bihuan; restore it with that one");
    }
    var copier = connection.unwrap(PGConnection.class).getCopyAPI();
    long rows = 0;
    for (var table : tables.inOrder()) {
      tables.makeReady(table);
      try (var in = backup.part("data/" + table.name())) {
        rows += copier.copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin", in);
      }
    }
    return rows;
  }

  /** What is wrong with a backup file; empty if every part is as it was written. */
  public static List<String> verify(Path file) {
    try (var backup = BackupFile.open(file)) {
      var problems = backup.problems();
      return problems.isEmpty() && !BackupFile.sealed(file)
          ? List.of(file + " is not as it was written")
          : problems;
    } catch (IOException e) {
      return List.of(file + " is no backup of Bihuan: " + e.getMessage());
    }
  }

  private static Connection owner(DatabaseSettings database) throws SQLException {
    return database.owner() == null
        ? DriverManager.getConnection(database.url(), database.user(), database.password())
        : DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
