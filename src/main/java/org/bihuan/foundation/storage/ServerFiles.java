package org.bihuan.foundation.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a server, copied while it runs, each with its digest. A file may change or go while
 * it is copied: the log brings that right.
 */
final class ServerFiles {

  private static final String DIGESTS = "digests.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What these folders hold is made anew by every start. */
  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

  private final Path home;
  private final Map<String, String> digests = new TreeMap<>();

  private ServerFiles(Path home) {
    this.home = home;
  }

  /** Copies what belongs into a copy of a running server. */
  static ServerFiles copy(Path from, Path to) throws IOException {
    makeHome(to);
    var files = new ServerFiles(to);
    Files.walkFileTree(from.toRealPath(), files.new Copying(from.toRealPath()));
    return files;
  }

  private static void makeHome(Path home) throws IOException {
    var parent = home.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectory(
        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Goes through the server's folders. */
  private final class Copying extends SimpleFileVisitor<Path> {

    private final Path from;

    Copying(Path from) {
      this.from = from;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen)
        throws IOException {
      var name = from.relativize(folder).toString();
      Files.createDirectories(home.resolve(name));
      return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
      var name = from.relativize(file).toString();
      if (!LEFT_OUT.contains(name)) {
        digests.put(name, digest(file, home.resolve(name)));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
      if (why instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE; // it was dropped while we went through
      }
      throw why;
    }
  }

  /** Copies one file; tells the digest of what was written. */
  private static String digest(Path from, Path to) throws IOException {
    var sha256 = Backups.sha256();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), sha256)) {
      Files.copy(from, out);
    } catch (NoSuchFileException e) {
      Files.delete(to); // it was dropped while we went through
      return "";
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** Takes a file along that was written beside the copying. */
  void note(String name) throws IOException {
    var sha256 = Backups.sha256();
    sha256.update(Files.readAllBytes(home.resolve(name)));
    digests.put(name, HexFormat.of().formatHex(sha256.digest()));
  }

  /** Writes the digests of all files down. */
  void write(Path folder) throws IOException {
    digests.values().removeIf(String::isEmpty);
    Files.write(folder.resolve(DIGESTS), JSON.writeValueAsBytes(digests));
  }

  /** Brings every file back and throws if one is not as it was written down. */
  static void restore(Path base, Path from, Path to) throws IOException {
    var wanted = JSON.readTree(base.resolve(DIGESTS).toFile());
    makeHome(to);
    for (var name : EMPTIED) {
      Files.createDirectories(to.resolve(name));
    }
    var back = new ServerFiles(to);
    Files.walkFileTree(from, back.new Copying(from));
    for (var file : wanted.properties()) {
      if (!file.getValue().asString("").equals(back.digests.get(file.getKey()))) {
        throw new IOException("it is damaged: " + file.getKey());
      }
    }
    if (wanted.isEmpty() || back.digests.size() != wanted.size()) {
      throw new IOException("it holds files that were not written down");
    }
  }
}
