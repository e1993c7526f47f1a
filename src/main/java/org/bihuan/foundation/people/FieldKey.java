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
import java.util.SortedSet;
import java.util.TreeSet;
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

  /** The file of a key; the first has the plain name, later ones their number behind it. */
  Path file(int version) {
    return version == 1 ? keyFile : keyFile.resolveSibling(keyFile.getFileName() + "." + version);
  }

  boolean exists(int version) {
    return Files.exists(file(version));
  }

  /** The keys that are here; the first is made if there is none at all. */
  SortedSet<Integer> openAny() {
    var here = new TreeSet<Integer>();
    for (int version = 1; version <= Byte.MAX_VALUE; version++) {
      if (exists(version)) {
        here.add(version);
      }
    }
    if (here.isEmpty()) {
      make(1);
      here.add(1);
    }
    here.forEach(this::open);
    return here;
  }

  /** Reads the file of a key; throws {@link IllegalStateException} if it is not here. */
  Derived open(int version) {
    if (!exists(version)) {
      throw new IllegalStateException(
          "the key file " + file(version) + " is missing; put it beside bihuan.key-file");
    }
    try {
      return derive(Files.readAllBytes(file(version)), version);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key file " + file(version), e);
    }
  }

  /** Makes the file of a key; of two starting at once both use the one that came first. */
  void make(int version) {
    try {
      var master = new byte[LENGTH];
      new SecureRandom().nextBytes(master);
      make(file(version), master);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the key file " + file(version), e);
    }
  }

  private static void make(Path file, byte[] master) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a key file needs a folder");
    }
    Files.createDirectories(folder);
    var draft = folder.resolve(".key-" + UUID.randomUUID());
    write(draft, master);
    try {
      Files.createLink(file, draft);
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

  private Derived derive(byte[] master, int version) {
    if (master.length != LENGTH) {
      throw new IllegalStateException(
          "the key file " + file(version) + " has " + master.length + " bytes, not " + LENGTH);
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
