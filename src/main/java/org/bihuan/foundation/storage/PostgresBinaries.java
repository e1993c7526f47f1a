package org.bihuan.foundation.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL server that came as a Maven artifact, once per user and version. */
final class PostgresBinaries {

  private static final String VERSION = "18.6.0";
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private PostgresBinaries() {}

  /** The folder that holds {@code bin/postgres}; unpacks it on first use. */
  static Path unpacked() {
    var home = cache().resolve("postgres-" + VERSION);
    if (Files.isExecutable(home.resolve("bin/postgres"))) {
      return home;
    }
    try {
      Files.createDirectories(home.getParent());
      var fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
      unpack(fresh);
      return settle(fresh, home);
    } catch (IOException e) {
      throw new StorageFault("cannot unpack PostgreSQL into " + home + ": " + e.getMessage(), e);
    }
  }

  /** Two processes may unpack at once; whoever renames second keeps the first one's folder. */
  private static Path settle(Path fresh, Path home) throws IOException {
    try {
      Files.move(fresh, home);
      return home;
    } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
      return Files.isExecutable(home.resolve("bin/postgres")) ? home : fresh;
    } catch (java.nio.file.DirectoryNotEmptyException e) {
      return home;
    }
  }

  private static Path cache() {
    var wanted = Path.of(System.getProperty("user.home"), ".cache", "bihuan");
    try {
      Files.createDirectories(wanted);
      if (Files.isWritable(wanted)) {
        return wanted;
      }
    } catch (IOException e) {
      System.getLogger(PostgresBinaries.class.getName())
          .log(System.Logger.Level.DEBUG, "no cache folder in the home folder", e);
    }
    return Path.of(
        System.getProperty("java.io.tmpdir"), "bihuan-" + System.getProperty("user.name"));
  }

  private static void unpack(Path into) throws IOException {
    if (!"amd64".equals(System.getProperty("os.arch"))
        || !System.getProperty("os.name").startsWith("Linux")) {
      throw new StorageFault(
          "the embedded PostgreSQL is for Linux on x86-64; set BIHUAN_DATABASE_URL to use your own");
    }
    try (var raw = open();
        var tar = new TarArchiveInputStream(new XZInputStream(raw))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, into);
      }
    }
  }

  private static InputStream open() throws IOException {
    var raw = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
    if (raw == null) {
      throw new IOException("the class path has no " + ARCHIVE);
    }
    return raw;
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    var target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("the archive points outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, EnumSet.allOf(PosixFilePermission.class));
    }
  }
}
