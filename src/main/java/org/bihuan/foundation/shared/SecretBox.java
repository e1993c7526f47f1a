package org.bihuan.foundation.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Closes values that are read again (AES-256-GCM, bound to where they belong) and makes the keyed
 * digests (HMAC-SHA256) by which others are only recognised. Both keys are derived (HKDF-SHA256)
 * from 32 random bytes in a file that only its owner may read. Form of what is closed: number of
 * the key (1 byte), nonce (12), ciphertext and tag.
 */
public final class SecretBox {

  /** The number of the first key; one that replaces another gets the next. */
  public static final byte FIRST = 1;

  private static final int LENGTH = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final byte number;
  private final SecretKey cipher;
  private final SecretKey digest;

  private SecretBox(byte number, SecretKey cipher, SecretKey digest) {
    this.number = number;
    this.cipher = cipher;
    this.digest = digest;
  }

  /**
   * A key of many.
   *
   * @param file where it lies
   * @param number from 1
   */
  public record Key(Path file, byte number) {

    /** Makes the file; of two at once both use the one that came first. */
    public void make() {
      try {
        SecretBox.make(file);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make the key file " + file, e);
      }
    }

    /**
     * Opens what was closed with this key.
     *
     * @param cipherUse what the one key is for; another use gives another key
     * @param digestUse what the other is for
     */
    public SecretBox open(String cipherUse, String digestUse) {
      try {
        var master = Files.readAllBytes(file);
        if (master.length != LENGTH) {
          throw new IllegalStateException(
              "the key file " + file + " has " + master.length + " bytes, not " + LENGTH);
        }
        var kdf = KDF.getInstance("HKDF-SHA256");
        return new SecretBox(
            number,
            kdf.deriveKey("AES", parameters(master, cipherUse)),
            kdf.deriveKey("HmacSHA256", parameters(master, digestUse)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the key file " + file, e);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java platform cannot derive keys", e);
      }
    }
  }

  /** Reads the file of the only key there is, or makes it. */
  public static SecretBox of(Path keyFile, String cipherUse, String digestUse) {
    var key = new Key(keyFile, FIRST);
    if (!Files.exists(keyFile)) {
      key.make();
    }
    return key.open(cipherUse, digestUse);
  }

  private static void make(Path keyFile) throws IOException {
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

  private static HKDFParameterSpec parameters(byte[] master, String use) {
    return HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(use.getBytes(US_ASCII), LENGTH);
  }

  /** Closes a value; it opens only with the same {@code bound}, so that it cannot be moved. */
  public byte[] close(byte[] value, String bound) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, bound, value);
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(number)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * The value again; throws {@link IllegalStateException} if the bytes were changed, moved from
   * another place, or written with another key.
   */
  public byte[] open(byte[] closed, String bound) {
    if (closed.length <= 1 + NONCE || closed[0] != number) {
      throw new IllegalStateException("not closed with key " + number + ": " + oneLine(bound));
    }
    var nonce = new byte[NONCE];
    var buffer = ByteBuffer.wrap(closed, 1, closed.length - 1).get(nonce);
    var sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return run(Cipher.DECRYPT_MODE, nonce, bound, sealed);
  }

  /** The digest a value is recognised by; without the key nothing can be learned from it. */
  public byte[] digest(String value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(digest);
      return mac.doFinal(value.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot make keyed digests", e);
    }
  }

  private byte[] run(int mode, byte[] nonce, String bound, byte[] input) {
    try {
      var gcm = Cipher.getInstance("AES/GCM/NoPadding");
      gcm.init(mode, cipher, new GCMParameterSpec(TAG_BITS, nonce));
      gcm.updateAAD(bound.getBytes(UTF_8));
      return gcm.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a closed value cannot be read or written: " + oneLine(bound), e);
    }
  }

  private static String oneLine(String bound) {
    return bound.replace('\n', ' ');
  }
}
