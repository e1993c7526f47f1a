package org.bihuan.foundation.storage;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of the embedded server's three roles, made once and kept beside its data. */
record Secrets(String superuser, String owner, String app) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static Secrets readOrMake(Path folder) throws IOException {
    var file = folder.resolve("secrets.properties");
    if (Files.exists(file)) {
      var kept = new Properties();
      kept.load(new StringReader(Files.readString(file)));
      return new Secrets(need(kept, "superuser"), need(kept, "owner"), need(kept, "app"));
    }
    var made = new Secrets(word(), word(), word());
    var text = "superuser=%s%nowner=%s%napp=%s%n".formatted(made.superuser, made.owner, made.app);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
    return made;
  }

  private static String need(Properties kept, String name) throws IOException {
    var value = kept.getProperty(name);
    if (value == null) {
      throw new IOException("secrets.properties has no " + name);
    }
    return value;
  }

  private static String word() {
    var bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
