package org.bihuan.foundation.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what lies in memory. */
public final class Sha256 {

  private Sha256() {}

  /** The digest, 32 bytes. */
  public static byte[] of(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest of a text as UTF-8, 32 bytes. */
  public static byte[] of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** The first so many bytes of a digest, two lower-case hexadecimal digits each. */
  public static String hex(byte[] content, int bytes) {
    return HexFormat.of().formatHex(of(content), 0, bytes);
  }

  /** The first so many bytes of a text's digest, two lower-case hexadecimal digits each. */
  public static String hex(String text, int bytes) {
    return hex(text.getBytes(UTF_8), bytes);
  }
}
