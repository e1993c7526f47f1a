package org.bihuan.house.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names of settings and what holds where nobody sets them.
 *
 * @param defaults by name; {@link #NONE} where there is none
 */
record Settings(Map<String, String> defaults) {

  /** How a document says that nothing holds. */
  static final String NONE = "–";

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z][\\w.-]*)` \\| (?:`([^`|]*)`|–) \\| [^|]+ \\|$");
  private static final Pattern RECORD =
      Pattern.compile(
          "@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s*(?:public )?record \\w+\\(([^{]*)\\)\\s*(?:implements [^{]*)?\\{");
  private static final Pattern COMPONENT =
      Pattern.compile(
          "(?:@DefaultValue\\(\"([^\"]*)\"\\)\\s*)?(?:@Nullable\\s+)?[\\w.]+\\s+(\\w+)");
  private static final Pattern PLACE =
      Pattern.compile("\\$\\{(?:sys:)?(bihuan\\.[\\w.-]+)(?::-?([^}]*))?}");
  private static final Pattern SWITCH =
      Pattern.compile(
          "@ConditionalOnBooleanProperty\\(\\s*(?:name = )?\"([^\"]+)\"(, matchIfMissing = true)?");

  /** What a document tells: rows of name, default, meaning. */
  static Settings told(String document) {
    var defaults = new TreeMap<String, String>();
    ROW.matcher(document)
        .results()
        .forEach(
            m -> {
              if (defaults.put(m.group(1), Objects.requireNonNullElse(m.group(2), NONE)) != null) {
                throw new IllegalArgumentException(m.group(1) + " is told twice");
              }
            });
    return new Settings(defaults);
  }

  /** What the code reads and the shipped properties set. */
  static Settings read(List<String> sources, String properties) {
    var defaults = new TreeMap<String, String>();
    for (var source : sources) {
      RECORD.matcher(source).results().forEach(m -> components(m.group(1), m.group(2), defaults));
      PLACE
          .matcher(source)
          .results()
          .forEach(
              m -> defaults.put(m.group(1), value(Objects.requireNonNullElse(m.group(2), ""))));
      SWITCH
          .matcher(source)
          .results()
          .forEach(m -> defaults.put(m.group(1), m.group(2) == null ? "false" : "true"));
    }
    var shipped = new Properties();
    try {
      shipped.load(new StringReader(properties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shipped.stringPropertyNames().forEach(key -> defaults.put(key, shipped.getProperty(key)));
    return new Settings(defaults);
  }

  private static void components(String prefix, String list, Map<String, String> defaults) {
    COMPONENT
        .matcher(list)
        .results()
        .forEach(
            m -> {
              var name = m.group(2).replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
              defaults.put(prefix + "." + name, value(Objects.requireNonNullElse(m.group(1), "")));
            });
  }

  /** Nothing and an expression for nothing are nothing. */
  private static String value(String written) {
    return written.isEmpty() || written.startsWith("#{null") ? NONE : written;
  }

  /** Where what is told differs from what is read. */
  List<String> differences(Settings read) {
    var names = new TreeSet<>(defaults.keySet());
    names.addAll(read.defaults.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(defaults.get(name), read.defaults.get(name)))
        .map(name -> name + ": told " + defaults.get(name) + ", read " + read.defaults.get(name))
        .toList();
  }
}
