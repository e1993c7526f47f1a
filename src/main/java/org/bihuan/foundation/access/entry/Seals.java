package org.bihuan.foundation.access.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Closes what has to be read again (AES-256-GCM, bound to its row) and digests what only has to be
 * recognised (HMAC-SHA256). A code of six digits or a phone has so few values that a digest without
 * a key would hide nothing.
 */
@Component
class Seals {

  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int TOKEN_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Supplier<SealKey.Derived> keys;

  Seals(SealKey key) {
    this.keys = SingletonSupplier.of(key::open);
  }

  byte[] close(byte[] value, String use, UUID owner) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, use + owner, value);
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * The value again; throws {@link IllegalStateException} if bytes or key are not the right ones.
   */
  byte[] open(byte[] closed, String use, UUID owner) {
    if (closed.length <= 1 + NONCE || closed[0] != VERSION) {
      throw new IllegalStateException("not a seal of version " + VERSION + ": " + use);
    }
    var nonce = new byte[NONCE];
    var buffer = ByteBuffer.wrap(closed, 1, closed.length - 1).get(nonce);
    var sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return run(Cipher.DECRYPT_MODE, nonce, use + owner, sealed);
  }

  /** What a value is recognised by. */
  byte[] digest(String use, String value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.get().digest());
      return mac.doFinal((use + "\n" + value).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot make keyed digests", e);
    }
  }

  String name(String use, String value) {
    return HexFormat.of().formatHex(digest(use, value));
  }

  /** Digits nobody can foresee. */
  String digits(int count) {
    var digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** 256 bits for an address line. */
  String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
  }

  /** A random id; its 122 bits tell nothing of when it was made. */
  UUID id() {
    var bits = ByteBuffer.wrap(bytes(16));
    long high = (bits.getLong() & ~0xf000L) | 0x4000L;
    long low = (bits.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private byte[] run(int mode, byte[] nonce, String bound, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, keys.get().cipher(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bound.getBytes(UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret of sign-in cannot be read or written", e);
    }
  }
}
