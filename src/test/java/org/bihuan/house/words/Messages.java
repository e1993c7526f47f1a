package org.bihuan.house.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.house.Worktree;

/**
 * One text in two languages.
 *
 * @param zh keys and texts of the Chinese bundle
 * @param en keys and texts of the English bundle
 */
record Messages(Map<String, String> zh, Map<String, String> en) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");
  private static final Pattern USED = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"\\s*([+,)])");

  /** Reads both bundles of a folder; a byte that is not UTF-8 is an error. */
  static Messages in(Path folder) {
    return new Messages(
        bundle(folder.resolve("messages_zh.properties")),
        bundle(folder.resolve("messages_en.properties")));
  }

  private static Map<String, String> bundle(Path file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(Worktree.read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }

  /** Keys of one language only, blank texts, places filled in one language only. */
  List<String> breaches() {
    var found = new ArrayList<String>();
    missing(zh.keySet(), en.keySet()).forEach(key -> found.add(key + " has no English text"));
    missing(en.keySet(), zh.keySet()).forEach(key -> found.add(key + " has no Chinese text"));
    blank(zh).forEach(key -> found.add(key + " is blank in Chinese"));
    blank(en).forEach(key -> found.add(key + " is blank in English"));
    zh.forEach(
        (key, text) -> {
          var other = en.get(key);
          if (other != null && !places(text).equals(places(other))) {
            found.add(key + " fills other places in the two languages");
          }
        });
    return found;
  }

  /** Keys that a text asks for and no bundle has; a key glued together must have a known start. */
  List<String> unknownKeys(String source) {
    return USED.matcher(source)
        .results()
        .filter(this::isUnknown)
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }

  private boolean isUnknown(MatchResult used) {
    return used.group(2).equals("+")
        ? zh.keySet().stream().noneMatch(key -> key.startsWith(used.group(1)))
        : !zh.containsKey(used.group(1));
  }

  private static Set<String> missing(Set<String> wanted, Set<String> there) {
    var missing = new TreeSet<>(wanted);
    missing.removeAll(there);
    return missing;
  }

  private static List<String> blank(Map<String, String> bundle) {
    return bundle.entrySet().stream()
        .filter(entry -> entry.getValue().isBlank())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }
}
