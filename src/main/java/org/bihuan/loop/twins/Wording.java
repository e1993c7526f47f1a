package org.bihuan.loop.twins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a text says, as words that can be stored and compared: pairs of characters without address,
 * politeness and numbers; the things and troubles it names; the words of its address.
 */
final class Wording {

  /** What sets the kinds of words apart in one index. */
  static final String THING = "t~";

  static final String TROUBLE = "w~";
  static final String PLACE = "p~";

  private final TwinRules.Words rules;
  private final Map<Character, List<String>> fillers;
  private final Map<String, List<String>> things;
  private final Map<String, List<String>> troubles;
  private final Spots spots;

  Wording(TwinRules.Words rules) {
    this.rules = rules;
    this.spots = new Spots(rules.spot());
    this.fillers =
        rules.fillers().stream().collect(Collectors.groupingBy(filler -> filler.charAt(0)));
    this.things = small(rules.things());
    this.troubles = small(rules.troubles());
  }

  private static Map<String, List<String>> small(Map<String, List<String>> names) {
    var small = new LinkedHashMap<String, List<String>>();
    names.forEach(
        (name, words) ->
            small.put(name, words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList()));
    return small;
  }

  /** Everything a text says. */
  Set<String> words(String text) {
    var plain = PlaceMarks.plain(mended(spots.without(text)));
    var address = PlaceMarks.read(plain);
    var words = new LinkedHashSet<String>();
    named(things, plain).forEach(name -> words.add(THING + name));
    named(troubles, plain).forEach(name -> words.add(TROUBLE + name));
    address.marks().forEach(mark -> words.add(PLACE + mark));
    spots.of(text).forEach(mark -> words.add(PLACE + mark));
    words.addAll(pairs(withoutFillers(address.rest())));
    return words;
  }

  private String mended(String text) {
    var mended = text;
    for (var spelling : rules.spellings().entrySet()) {
      mended = mended.replace(spelling.getKey(), spelling.getValue());
    }
    return mended;
  }

  /** Where several begin alike, the one listed first is taken out. */
  private String withoutFillers(String text) {
    var rest = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int at = i;
      var filler =
          fillers.getOrDefault(text.charAt(i), List.of()).stream()
              .filter(word -> text.startsWith(word, at))
              .findFirst();
      rest.append(filler.isPresent() ? ' ' : text.charAt(i));
      i += filler.map(String::length).orElse(1);
    }
    return rest.toString();
  }

  /** The names whose words stand in a text. */
  private static List<String> named(Map<String, List<String>> names, String text) {
    return names.entrySet().stream()
        .filter(name -> name.getValue().stream().anyMatch(text::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> pairs(String text) {
    var pairs = new LinkedHashSet<String>();
    for (int i = 0; i + 1 < text.length(); i++) {
      if (speaks(text.charAt(i)) && speaks(text.charAt(i + 1))) {
        pairs.add(text.substring(i, i + 2));
      }
    }
    return pairs;
  }

  private static boolean speaks(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '一' && character <= '龥');
  }

  /**
   * Where a phone was, as words that can be stored and compared: the cells it lies in of four
   * grids, each shifted by half a cell. Positions closer than half a cell share one of them.
   *
   * @param width of a cell in metres
   */
  record Spots(int width) {

    /** The kind of word. */
    static final String KIND = "spot";

    /** Latitude and longitude in degrees (WGS 84), as phones tell them. */
    private static final Pattern POSITION =
        Pattern.compile("(-?\\d{1,2}\\.\\d{1,6}),(-?\\d{1,3}\\.\\d{1,6})");

    private static final double METRES_A_DEGREE = 111_320;

    /** {@code spot=a22193b44590} for each grid of each position in a text. */
    List<String> of(String text) {
      var found = new ArrayList<String>();
      var matcher = POSITION.matcher(text);
      while (matcher.find()) {
        double latitude = Double.parseDouble(matcher.group(1));
        double north = latitude * METRES_A_DEGREE / width;
        // by the whole degree: neighbours must be measured alike
        double shrunk = Math.cos(Math.toRadians(Math.rint(latitude)));
        double east = Double.parseDouble(matcher.group(2)) * METRES_A_DEGREE * shrunk / width;
        for (int grid = 0; grid < 4; grid++) {
          found.add(cell(grid, north + (grid & 1) / 2.0, east + (grid >> 1) / 2.0));
        }
      }
      return found;
    }

    private static String cell(int grid, double north, double east) {
      var cell = (long) Math.floor(north) + "b" + (long) Math.floor(east);
      return KIND + "=" + "acde".charAt(grid) + cell.replace('-', 'm');
    }

    /** A text without positions. */
    String without(String text) {
      return POSITION.matcher(text).replaceAll(" ");
    }
  }
}
