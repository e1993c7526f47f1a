package org.bihuan.foundation.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.bihuan.foundation.shared.Sha256;

/** Secrets nobody chose, and the digests that are kept of them. */
final class RandomText {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String WITHOUT_LOOK_ALIKES = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 5;
  private static final int GROUP = 4;
  private static final int TOKEN_BYTES = 32;

  private RandomText() {}

  /** A password of 20 characters in groups of four, 100 bits. */
  static String password() {
    var text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      text.append(WITHOUT_LOOK_ALIKES.charAt(RANDOM.nextInt(WITHOUT_LOOK_ALIKES.length())));
    }
    return text.toString();
  }

  /** A bearer token of 256 bits; its first letters let a scanner find a leaked one. */
  static String token() {
    var bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return "bihuan_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] digest(String text) {
    return Sha256.of(text);
  }
}
