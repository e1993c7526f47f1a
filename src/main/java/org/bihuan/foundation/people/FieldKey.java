package org.bihuan.foundation.people;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key of the encrypted fields lies: 32 random bytes in a file outside the database
 * that only its owner may read. Whoever loses it loses the numbers; it belongs in the backup plan.
 *
 * @param keyFile made at first start if it does not exist
 */
@ConfigurationProperties("bihuan")
record FieldKey(@DefaultValue("data/field.key") Path keyFile) {

  private static final int LENGTH = 32;

  /** The keys derived from the master key (HKDF-SHA256), one for each use. */
  record Derived(SecretKey cipher, SecretKey blind) {}

  boolean exists() {
    return Files.exists(keyFile);
  }

  /** Reads the file, or makes it; of two starting at once both use the one that came first. */
  Derived open() {
    try {
      if (!exists()) {
        make();
      }
      return derive(Files.readAllBytes(keyFile));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make the key file " + keyFile, e);
    }
  }

  private void make() throws IOException {
    var master = new byte[LENGTH];
    new SecureRandom().nextBytes(master);
    var folder = keyFile.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a key file needs a folder");
    }
    Files.createDirectories(folder);
    var draft = folder.resolve(".key-" + UUID.randomUUID());
    write(draft, master);
    try {
      Files.createLink(keyFile, draft);
    } catch (FileAlreadyExistsException another) {
      // another process was first; its key is the key
      return;
    } finally {
      Files.delete(draft);
    }
  }

  /** On the disk, and for its owner only, before it has its name. */
  private static void write(Path draft, byte[] master) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var write = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(draft, write, ownerOnly)) {
      Channels.newOutputStream(channel).write(master);
      channel.force(true);
    }
  }

  private Derived derive(byte[] master) {
    if (master.length != LENGTH) {
      throw new IllegalStateException(
          "the key file " + keyFile + " has " + master.length + " bytes, not " + LENGTH);
    }
    try {
      var kdf = KDF.getInstance("HKDF-SHA256");
      return new Derived(
          kdf.deriveKey("AES", parameters(master, "bihuan people cipher 1")),
          kdf.deriveKey("HmacSHA256", parameters(master, "bihuan people blind 1")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot derive keys", e);
    }
  }

  private static HKDFParameterSpec parameters(byte[] master, String use) {
    return HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(use.getBytes(US_ASCII), LENGTH);
  }
}
