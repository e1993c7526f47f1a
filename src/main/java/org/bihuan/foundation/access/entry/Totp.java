package org.bihuan.foundation.access.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes from the clock (RFC 6238, HMAC-SHA-1, 30 seconds, six digits), as every authenticator knows
 * them, and the writing of their secret (RFC 4648 base 32).
 */
final class Totp {

  static final int DIGITS = 6;

  private static final long STEP = 30;
  private static final int WINDOW = 1;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Pattern CODE = Pattern.compile("\\d{" + DIGITS + "}");

  private Totp() {}

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP);
  }

  /**
   * The step whose code this is, of the present one and its neighbours; empty if it is none. All
   * are compared, and in constant time.
   */
  static OptionalLong match(byte[] secret, String code, Instant now) {
    if (!CODE.matcher(code).matches()) {
      return OptionalLong.empty();
    }
    var found = OptionalLong.empty();
    for (long step = step(now) - WINDOW; step <= step(now) + WINDOW; step++) {
      var right = code(secret, step, DIGITS).getBytes(US_ASCII);
      if (MessageDigest.isEqual(right, code.getBytes(US_ASCII))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The code of a step; RFC 4226, 5.3. */
  static String code(byte[] secret, long step, int digits) {
    var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
    var all = String.format(Locale.ROOT, "%010d", number);
    return all.substring(all.length() - digits);
  }

  /** The secret as it is typed, without padding. */
  static String base32(byte[] secret) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte next : secret) {
      held = (held << 8) | (next & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((held >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
    }
  }
}
