package org.bihuan.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of files that a release has carried into somebody's database, with their SHA-256: one
 * line each, digest, two spaces, path from the folder of the list.
 */
final class Released {

  private Released() {}

  /** Listed files that are gone or no longer what they were. */
  static List<String> breaches(Path manifest) {
    return Worktree.read(manifest)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .flatMap(line -> check(manifest, line))
        .toList();
  }

  private static Stream<String> check(Path manifest, String line) {
    var parts = line.split(" {2}", 2);
    if (parts.length != 2) {
      return Stream.of("not digest, two spaces, path: " + line);
    }
    var file = manifest.resolveSibling(parts[1]);
    if (!Files.isRegularFile(file)) {
      return Stream.of("released and gone: " + parts[1]);
    }
    return digest(file).equals(parts[0])
        ? Stream.empty()
        : Stream.of("released and edited: " + parts[1]);
  }

  private static String digest(Path file) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
