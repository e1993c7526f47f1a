package org.bihuan.foundation.access.entry;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.foundation.shared.SecretBox;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Closes what has to be read again (AES-256-GCM, bound to its row) and digests what only has to be
 * recognised (HMAC-SHA256). A code of six digits or a phone has so few values that a digest without
 * a key would hide nothing.
 */
@Component
class Seals {

  private static final int TOKEN_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Supplier<SecretBox> box;

  Seals(SealKey key) {
    this.box = SingletonSupplier.of(key::open);
  }

  byte[] close(byte[] value, String use, UUID owner) {
    return box.get().close(value, use + owner);
  }

  /**
   * The value again; throws {@link IllegalStateException} if bytes or key are not the right ones.
   */
  byte[] open(byte[] closed, String use, UUID owner) {
    return box.get().open(closed, use + owner);
  }

  /** What a value is recognised by. */
  byte[] digest(String use, String value) {
    return box.get().digest(use + "\n" + value);
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
}
