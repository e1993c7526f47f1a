package org.bihuan.loop.twins;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a text says, as words that can be stored and compared: pairs of characters without address,
 * politeness and numbers; the things and troubles it names; the words of its address.
 */
final class Wording {

  /** What sets the kinds of words apart in one index. */
  static final String THING = "t~";

  static final String TROUBLE = "w~";
  static final String PLACE = "p~";

  private static final Pattern NOISE = Pattern.compile("[^a-z一-龥]+");

  private final TwinRules.Words rules;
  private final Pattern fillers;
  private final PlaceMarks.Spots spots;

  Wording(TwinRules.Words rules) {
    this.rules = rules;
    this.spots = new PlaceMarks.Spots(rules.spot());
    this.fillers =
        Pattern.compile(
            rules.fillers().stream().map(Pattern::quote).collect(Collectors.joining("|")));
  }

  /** Everything a text says. */
  Set<String> words(String text) {
    var plain = PlaceMarks.plain(mended(spots.without(text)));
    var address = PlaceMarks.read(plain);
    var words = new LinkedHashSet<String>();
    named(rules.things(), plain).forEach(name -> words.add(THING + name));
    named(rules.troubles(), plain).forEach(name -> words.add(TROUBLE + name));
    address.marks().forEach(mark -> words.add(PLACE + mark));
    spots.of(text).forEach(mark -> words.add(PLACE + mark));
    words.addAll(pairs(fillers.matcher(address.rest()).replaceAll(" ")));
    return words;
  }

  private String mended(String text) {
    var mended = text;
    for (var spelling : rules.spellings().entrySet()) {
      mended = mended.replace(spelling.getKey(), spelling.getValue());
    }
    return mended;
  }

  /** The names whose words stand in a text. */
  private static List<String> named(Map<String, List<String>> names, String text) {
    return names.entrySet().stream()
        .filter(
            name ->
                name.getValue().stream().anyMatch(w -> text.contains(w.toLowerCase(Locale.ROOT))))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> pairs(String text) {
    return NOISE
        .splitAsStream(text)
        .flatMap(run -> IntStream.range(0, run.length() - 1).mapToObj(i -> run.substring(i, i + 2)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
