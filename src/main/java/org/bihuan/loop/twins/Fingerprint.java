package org.bihuan.loop.twins;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is compared of a matter: the words of its text, its area, when it was opened.
 *
 * @param pairs pairs of characters
 * @param things what it names
 * @param troubles what is wrong with it
 * @param places words of its address, as {@code building=3}
 * @param area code of the place
 * @param at when it was opened
 */
record Fingerprint(
    Set<String> pairs,
    Set<String> things,
    Set<String> troubles,
    Set<String> places,
    String area,
    Instant at) {

  /** From the words as {@link Wording} makes them; what is none of them is left out. */
  static Fingerprint of(Collection<String> words, String area, Instant at) {
    var pairs = new LinkedHashSet<String>();
    words.stream().filter(word -> word.indexOf('~') < 0).forEach(pairs::add);
    return new Fingerprint(
        pairs,
        beginning(Wording.THING, words),
        beginning(Wording.TROUBLE, words),
        beginning(Wording.PLACE, words),
        area,
        at);
  }

  private static Set<String> beginning(String mark, Collection<String> words) {
    var found = new LinkedHashSet<String>();
    words.stream()
        .filter(word -> word.startsWith(mark))
        .forEach(word -> found.add(word.substring(mark.length())));
    return found;
  }

  /** The words again. */
  Set<String> words() {
    var words = new LinkedHashSet<>(pairs);
    things.forEach(thing -> words.add(Wording.THING + thing));
    troubles.forEach(trouble -> words.add(Wording.TROUBLE + trouble));
    places.forEach(place -> words.add(Wording.PLACE + place));
    return words;
  }
}
