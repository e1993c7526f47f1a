package org.bihuan.loop.twins;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is compared of a matter: the words of its text, its area, when it was opened.
 *
 * @param words as {@link Wording} makes them
 * @param area code of the place
 * @param at when it was opened
 */
record Fingerprint(Set<String> words, String area, Instant at) {

  Set<String> things() {
    return beginning(Wording.THING);
  }

  Set<String> troubles() {
    return beginning(Wording.TROUBLE);
  }

  Set<String> places() {
    return beginning(Wording.PLACE);
  }

  /** The pairs of characters. */
  Set<String> pairs() {
    var pairs = new LinkedHashSet<String>();
    words.stream().filter(word -> word.indexOf('~') < 0).forEach(pairs::add);
    return pairs;
  }

  private Set<String> beginning(String mark) {
    var found = new LinkedHashSet<String>();
    words.stream()
        .filter(word -> word.startsWith(mark))
        .forEach(word -> found.add(word.substring(mark.length())));
    return found;
  }
}
