package org.bihuan.portal.home;

import java.nio.charset.Charset;

/**
 * First letters of the sound of Chinese characters: 停车难 is {@code tcn}. GB 2312 puts its 3,755
 * common characters in the order of their sounds, so where each letter begins is all there is to
 * know; rarer characters are left out.
 */
final class Initials {

  private static final Charset GB = Charset.forName("GB18030");

  private static final String LETTERS = "abcdefghjklmnopqrstwxyz";

  /** Code of the first character of each letter, and the first code behind them all. */
  private static final int[] BEGINS = {
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1, 0xD7FA
  };

  private Initials() {}

  /** The first letters of a text; letters and digits stand for themselves. */
  static String of(String text) {
    var initials = new StringBuilder();
    text.codePoints().forEach(c -> append(initials, c));
    return initials.toString();
  }

  private static void append(StringBuilder initials, int character) {
    if (character < 0x80) {
      if (Character.isLetterOrDigit(character)) {
        initials.append((char) Character.toLowerCase(character));
      }
      return;
    }
    int code = code(character);
    if (code < BEGINS[0]) {
      return;
    }
    for (int letter = 0; letter < LETTERS.length(); letter++) {
      if (code < BEGINS[letter + 1]) {
        initials.append(LETTERS.charAt(letter));
        return;
      }
    }
  }

  private static int code(int character) {
    var bytes = Character.toString(character).getBytes(GB);
    return bytes.length == 2 ? ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF) : 0;
  }
}
