package org.bihuan.portal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bihuan.foundation.storage.DatabaseSettings;
import org.bihuan.foundation.storage.EmbeddedServer;
import org.bihuan.foundation.storage.StorageFault;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files a demo leaves beside its data for the person who tries it. */
public final class DemoFiles {

  static final String DATABASE = "database.json";
  static final String TOKENS = "tokens.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DemoFiles() {}

  /** Throws a demo's data away; refuses while a server works on it or if it is no demo's folder. */
  public static void clear(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.exists(folder.resolve("secrets.properties"))) {
      throw new StorageFault("the folder " + folder + " is not a demo's; nothing was deleted");
    }
    EmbeddedServer.start(folder, EmbeddedServer.DURABLE)
        .close(); // takes the lock, ends a stale server
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new StorageFault("cannot delete " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Writes {@code database.json}: how to reach the database with every right. */
  public static void database(Path folder, DatabaseSettings settings) {
    write(
        folder.resolve(DATABASE),
        Map.of("url", settings.url(), "user", settings.user(), "password", settings.password()));
  }

  /** Writes {@code tokens.json}: a token for each role. */
  static void tokens(Path folder, Map<String, String> tokens) {
    write(folder.resolve(TOKENS), tokens);
  }

  /** The tokens written at an earlier start; none if there was no such start. */
  static Map<String, String> tokens(Path folder) {
    var file = folder.resolve(TOKENS);
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return JSON.readValue(
          Files.readString(file), new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (IOException | JacksonException e) {
      throw new StorageFault("cannot read " + file + "; delete it and start again", e);
    }
  }

  private static void write(Path file, Map<String, String> content) {
    try {
      var fresh =
          Files.createTempFile(
              Objects.requireNonNull(file.getParent()),
              "write-",
              ".json",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, JSON.writeValueAsString(content));
      Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StorageFault("cannot write " + file + ": the folder is not writable", e);
    }
  }
}
