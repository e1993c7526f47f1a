package org.bihuan.foundation.access.entry;

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
 * Where the key of sign-in lies, apart from that of people's fields: whoever may read those need
 * not be able to sign in as anybody. Without the file second factors have to be set up anew and
 * residents get a new account; nothing else is lost.
 *
 * @param keyFile 32 random bytes, made when they are first needed
 */
@ConfigurationProperties("bihuan.sign-in")
record SealKey(@DefaultValue("data/sign-in.key") Path keyFile) {

  private static final int LENGTH = 32;

  /** One key for each use. */
  record Derived(SecretKey cipher, SecretKey digest) {}

  /** Reads the file, or makes it; of two starting at once both use the one that came first. */
  Derived open() {
    try {
      if (!Files.exists(keyFile)) {
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
          kdf.deriveKey("AES", parameters(master, "bihuan sign-in cipher 1")),
          kdf.deriveKey("HmacSHA256", parameters(master, "bihuan sign-in digest 1")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot derive keys", e);
    }
  }

  private static HKDFParameterSpec parameters(byte[] master, String use) {
    return HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(use.getBytes(US_ASCII), LENGTH);
  }
}
