package org.bihuan.loop.cases.search;

import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SequencedSet;

/**
 * The first letters of a text's syllables: 路灯不亮 is ldbl. GB 2312-80 keeps its 3,755 common
 * characters (区 16 to 55) in the order of their pinyin, so that the code of a character tells its
 * letter; where a character is read in several ways, it is the one the standard files it under.
 * Rarer characters have no letter here and part what is beside them.
 */
public final class Initials {

  /** What parts two runs of letters. */
  private static final char GAP = ' ';

  /**
   * Longer questions find no fewer matters than their first letters; the rest is compared later.
   */
  static final int LONGEST = 8;

  /** Set apart from the pairs of characters in the same index. */
  static final String MARK = "~";

  private static final Charset GB = Charset.forName("GBK");
  private static final String LETTERS = "abcdefghjklmnopqrstwxyz";

  /** Where each letter begins in GB 2312, as row and cell; the last is where the rows end. */
  private static final int[] STARTS = {
    1601, 1637, 1833, 2078, 2274, 2302, 2433, 2594, 2787, 3106, 3212, 3472, 3635, 3722, 3730, 3858,
    4027, 4086, 4390, 4558, 4684, 4925, 5249, 5590
  };

  private Initials() {}

  /** The letters of a text; Latin letters and digits stand for themselves. */
  public static String of(String text) {
    var letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT).codePoints().forEach(point -> letters.append(letter(point)));
    return letters.toString();
  }

  private static char letter(int point) {
    if ((point >= 'a' && point <= 'z') || (point >= '0' && point <= '9')) {
      return (char) point;
    }
    var bytes = Character.toString(point).getBytes(GB);
    if (bytes.length != 2) {
      return GAP;
    }
    int place = ((bytes[0] & 0xff) - 160) * 100 + (bytes[1] & 0xff) - 160;
    if (place < STARTS[0] || place >= STARTS[LETTERS.length()]) {
      return GAP;
    }
    int letter = 0;
    while (place >= STARTS[letter + 1]) {
      letter++;
    }
    return LETTERS.charAt(letter);
  }

  /** Every place at which somebody may begin to spell a title, a few letters from each. */
  static SequencedSet<String> words(String text) {
    var letters = of(text);
    var words = new LinkedHashSet<String>();
    for (int i = 0; i < letters.length(); i++) {
      var word = letters.substring(i, Math.min(letters.length(), i + LONGEST));
      int gap = word.indexOf(GAP);
      var whole = gap < 0 ? word : word.substring(0, gap);
      if (!whole.isEmpty()) {
        words.add(MARK + whole);
      }
    }
    return words;
  }

  /** What PostgreSQL is asked for titles that may be spelled like this. */
  static String query(String letters) {
    var asked = letters.substring(0, Math.min(letters.length(), LONGEST));
    return "'" + MARK + asked + "':*";
  }
}
