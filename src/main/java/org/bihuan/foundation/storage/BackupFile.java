package org.bihuan.foundation.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup as a file: parts and the manifest that names them. */
record BackupFile(ZipFile zip, Manifest manifest) implements AutoCloseable {

  static final String MANIFEST = "manifest.json";

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

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
