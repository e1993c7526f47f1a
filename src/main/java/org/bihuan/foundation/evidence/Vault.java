package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The folder of files. A file is complete and on the disk before it has its name, the name is the
 * digest of its content, and what has a name never changes.
 */
@Component
class Vault {

  private static final String INCOMING = "incoming";
  private static final int NAME = 64;

  private final Path folder;
  private final Clock clock;

  Vault(EvidenceSettings settings, Clock clock) {
    this.folder = settings.folder();
    this.clock = clock;
  }

  /** Takes what is sent, up to a limit; the file is one byte longer than that if there was more. */
  Path receive(InputStream content, long limit) throws IOException {
    var incoming = Files.createDirectories(folder.resolve(INCOMING));
    var draft = incoming.resolve(UUID.randomUUID().toString());
    try (var out = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW)) {
      var buffer = new byte[1 << 16];
      long left = limit + 1;
      for (int n = content.read(buffer); n > 0 && left > 0; n = content.read(buffer)) {
        out.write(buffer, 0, (int) Math.min(n, left));
        left -= n;
      }
    }
    return draft;
  }

  /** Removes a draft and everything that was made of it. */
  void discard(Path draft) throws IOException {
    for (var ending : List.of("", ".text", ".whole", ".small", ".sound")) {
      Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ending));
    }
  }

  /** Gives a finished file its name, on the disk, and tells it. */
  String keep(Path finished) throws IOException {
    var digest = digest(finished);
    var target = place(digest);
    if (Files.exists(target)) {
      Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
      Files.delete(finished);
      return digest;
    }
    var shelf = Files.createDirectories(folder.resolve(digest.substring(0, 2)));
    force(finished, StandardOpenOption.WRITE);
    Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
    Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
    force(shelf, StandardOpenOption.READ);
    return digest;
  }

  private static void force(Path file, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(file, how)) {
      channel.force(true);
    }
  }

  /** The content; a file that is gone is an outage of the disk, not an answer. */
  InputStream open(String digest) {
    try {
      return Files.newInputStream(place(digest));
    } catch (IOException gone) {
      throw new UncheckedIOException("a kept file cannot be read: " + digest, gone);
    }
  }

  private Path place(String digest) {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a digest");
    }
    return folder.resolve(digest.substring(0, 2)).resolve(digest);
  }

  /** The folders files lie in. */
  List<Path> shelves() throws IOException {
    try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return all.filter(shelf -> String.valueOf(shelf.getFileName()).length() == 2).toList();
    }
  }

  /** The names of the files of a folder that nobody touched since. */
  List<String> untouched(Path shelf, Instant since) throws IOException {
    try (var files = Files.list(shelf)) {
      return files
          .filter(file -> touchedBefore(file, since))
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.length() == NAME)
          .toList();
    }
  }

  /** Removes a file nobody asks for, unless it was touched meanwhile. */
  boolean remove(String digest, Instant untouchedSince) throws IOException {
    var file = place(digest);
    return touchedBefore(file, untouchedSince) && Files.deleteIfExists(file);
  }

  /** Removes what a crash left half received. */
  void removeDrafts(Instant untouchedSince) throws IOException {
    var incoming = folder.resolve(INCOMING);
    if (Files.isDirectory(incoming)) {
      try (var drafts = Files.list(incoming)) {
        for (var draft : drafts.filter(d -> touchedBefore(d, untouchedSince)).toList()) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }

  private static boolean touchedBefore(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("a file cannot be looked at", e);
    }
  }

  private static String digest(Path file) throws IOException {
    try (var in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
