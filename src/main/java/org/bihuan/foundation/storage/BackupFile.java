package org.bihuan.foundation.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup as a file: parts and the manifest that names them. */
record BackupFile(ZipFile zip, Manifest manifest) implements AutoCloseable {

  static final String MANIFEST = "manifest.json";

  /** How the names of parts begin that are files of matters. */
  static final String FILES = "files/";

  private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

  /** Stands at the very end, in the comment of the archive, until the digest of the rest does. */
  static final String UNSEALED = "-".repeat(64);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What a backup holds.
   *
   * @param format of the file, 1
   * @param made when, in UTC
   * @param versions of each module's schema
   * @param parts tables and keys
   */
  record Manifest(int format, String made, Map<String, String> versions, List<Part> parts) {}

  /** One part: name, rows (bytes for keys), SHA-256. */
  record Part(String name, long rows, String sha256) {}

  static BackupFile open(Path file) throws IOException {
    var zip = new ZipFile(file.toFile());
    var entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      zip.close();
      throw new IOException("it has no manifest");
    }
    try (var in = zip.getInputStream(entry)) {
      return new BackupFile(zip, JSON.readValue(in, Manifest.class));
    } catch (JacksonException e) {
      zip.close();
      throw new IOException("its manifest cannot be read", e);
    }
  }

  static byte[] written(Manifest manifest) {
    return JSON.writeValueAsBytes(manifest);
  }

  /** Writes the digest of everything before it to the end of a file, and sees it on the disk. */
  static void seal(Path file) throws IOException {
    var digest = digest(file).getBytes(StandardCharsets.US_ASCII);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(digest), channel.size() - digest.length);
      channel.force(true);
    }
  }

  /** True if every byte is as it was sealed. */
  static boolean sealed(Path file) throws IOException {
    long size = Files.size(file);
    if (size < UNSEALED.length()) {
      return false;
    }
    try (var channel = FileChannel.open(file)) {
      var end = ByteBuffer.allocate(UNSEALED.length());
      channel.read(end, size - end.capacity());
      return digest(file).equals(new String(end.array(), StandardCharsets.US_ASCII));
    }
  }

  private static String digest(Path file) throws IOException {
    var sha256 = Backups.sha256();
    long left = Files.size(file) - UNSEALED.length();
    var buffer = new byte[1 << 16];
    try (var in = Files.newInputStream(file)) {
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException("it became shorter while it was read");
        }
        sha256.update(buffer, 0, read);
        left -= read;
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  InputStream part(String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("part " + name + " is missing");
    }
    return zip.getInputStream(entry);
  }

  List<String> problems() {
    var problems = new ArrayList<String>();
    for (var part : manifest.parts()) {
      try (var in = new DigestInputStream(part(part.name()), Backups.sha256())) {
        in.transferTo(OutputStream.nullOutputStream());
        if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(part.sha256())) {
          problems.add("part " + part.name() + " was changed");
        }
      } catch (IOException e) {
        problems.add("part " + part.name() + " cannot be read: " + e.getMessage());
      }
    }
    return problems;
  }

  /** Puts the key files back; one that is there already is never overwritten. */
  void keysInto(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var part : manifest.parts()) {
      var target = folder.resolve(part.name().replace("keys/", "")).normalize();
      if (part.name().startsWith("keys/") && target.startsWith(folder) && !Files.exists(target)) {
        try (var in = part(part.name())) {
          Files.copy(in, target);
        }
      }
    }
  }

  /** True for what is kept under the digest of its content. */
  static boolean isContent(Path file) {
    return Files.isRegularFile(file)
        && CONTENT.matcher(String.valueOf(file.getFileName())).matches();
  }

  /** Puts the files of matters back; one that is there already is the same. */
  void filesInto(Path folder) throws IOException {
    for (var part : manifest.parts()) {
      var name = part.name().replaceFirst("^" + FILES, "");
      if (part.name().startsWith(FILES) && name.matches("[0-9a-f]{2}/[0-9a-f]{64}")) {
        var target = folder.resolve(name);
        Files.createDirectories(folder.resolve(name.substring(0, 2)));
        if (!Files.exists(target)) {
          try (var in = part(part.name())) {
            Files.copy(in, target);
          }
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
