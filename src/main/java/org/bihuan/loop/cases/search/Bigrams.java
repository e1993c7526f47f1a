package org.bihuan.loop.cases.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * A text as its overlapping pairs of characters. Chinese has no spaces and its commonest words are
 * two characters long; a text that holds another holds all of its pairs.
 */
final class Bigrams {

  private Bigrams() {}

  /** All pairs, and the last character alone, so that one character is always the start of some. */
  static SequencedSet<String> of(String text) {
    var pairs = pairs(text);
    var points = points(text);
    if (points.length > 0) {
      pairs.add(new String(points, points.length - 1, 1));
    }
    return pairs;
  }

  private static SequencedSet<String> pairs(String text) {
    var points = points(text);
    var pairs = new LinkedHashSet<String>();
    for (int i = 0; i + 1 < points.length; i++) {
      pairs.add(new String(points, i, 2));
    }
    return pairs;
  }

  private static int[] points(String text) {
    return text.toLowerCase(Locale.ROOT).codePoints().toArray();
  }

  /**
   * What PostgreSQL is asked for titles that may hold a text: all of its pairs, or the one start.
   */
  static String query(String text) {
    var pairs = pairs(text);
    return pairs.isEmpty()
        ? quoted(text.toLowerCase(Locale.ROOT)) + ":*"
        : pairs.stream().map(Bigrams::quoted).collect(Collectors.joining(" & "));
  }

  /** The stored form: the words one after the other, in PostgreSQL's notation. */
  static String stored(Collection<String> words) {
    return words.stream().map(Bigrams::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
