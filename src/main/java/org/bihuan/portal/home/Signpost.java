package org.bihuan.portal.home;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bihuan.foundation.shared.Text;

/**
 * Something a person may be looking for.
 *
 * @param kind matter, guide or page; the end of its message key
 * @param href where it is
 * @param title what people call it
 * @param summary one sentence
 * @param words what else people call it
 */
public record Signpost(String kind, String href, Text title, Text summary, Text words) {

  /** More than a title or a sentence has; whoever sends more is cut short. */
  private static final int LONGEST = 600;

  /** The best first; at most so many. One letter finds nothing, one Chinese character may. */
  static List<Signpost> among(List<Signpost> all, String asked, int most) {
    var query = plain(asked);
    if (query.length() < 2 && !query.codePoints().anyMatch(Character::isIdeographic)) {
      return List.of();
    }
    return all.stream()
        .filter(sign -> sign.score(query) > 0)
        .sorted(Comparator.comparingInt((Signpost sign) -> -sign.score(query)))
        .limit(most)
        .toList();
  }

  /** Titles before other words, whole words before parts; nothing in common is zero. */
  private int score(String query) {
    var latin = query.matches("[a-z0-9 ]+");
    int whole = latin ? latin(query) : chinese(query);
    return whole > 0 ? whole : shared(query);
  }

  private int chinese(String query) {
    if (plain(title.zh()).contains(query)) {
      return 1000 - Math.min(title.zh().length(), 100);
    }
    if (plain(words.zh()).contains(query)) {
      return 500;
    }
    return plain(summary.zh()).contains(query) ? 400 : 0;
  }

  /** The beginning of an English word, or the first letters of Chinese ones. */
  private int latin(String query) {
    if (begins(title.en(), query)) {
      return 1000 - Math.min(title.en().length(), 100);
    }
    if (Initials.of(title.zh()).contains(query)) {
      return 800;
    }
    var other = Arrays.stream(words.zh().split(" ", -1)).map(Initials::of);
    if (begins(words.en(), query) || other.anyMatch(word -> word.startsWith(query))) {
      return 500;
    }
    return begins(summary.en(), query) ? 400 : 0;
  }

  private static boolean begins(String text, String query) {
    return (" " + plain(text)).contains(" " + query);
  }

  /** A sentence is found by the pairs of characters it shares. */
  private int shared(String query) {
    var text = plain(title.zh() + "\n" + words.zh() + "\n" + summary.zh());
    text += plain(title.en() + "\n" + words.en() + "\n" + summary.en());
    int count = 0;
    for (var pair : pairs(query)) {
      count += text.contains(pair) ? 1 : 0;
    }
    return count * 10;
  }

  private static Set<String> pairs(String query) {
    var pairs = new HashSet<String>();
    for (int i = 0; i + 2 <= query.length(); i++) {
      var pair = query.substring(i, i + 2);
      if (pair.codePoints().allMatch(Character::isIdeographic)) {
        pairs.add(pair);
      }
    }
    for (var word : query.split("[^a-z]+", -1)) {
      if (word.length() > 3) {
        pairs.add(word);
      }
    }
    return pairs;
  }

  private static String plain(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}
