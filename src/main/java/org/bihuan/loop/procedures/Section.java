package org.bihuan.loop.procedures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Faults.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One mapping of a file, read strictly: every key is asked for by name, and {@link #close} reports
 * those nobody asked for. Where a value is wrong the problem is kept and a stand-in returned, so
 * that reading goes on and finds the rest.
 */
final class Section implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Text NO_TEXT = new Text("?", "?");
  private static final Limit NO_LIMIT = Limit.of("0 day");

  private final JsonNode node;
  private final String path;
  private final Faults faults;
  private final Set<String> asked = new HashSet<>();

  Section(JsonNode node, String path, Faults faults) {
    this.path = path;
    this.faults = faults;
    if (node.isObject()) {
      this.node = node;
    } else {
      this.node = JsonNodeFactory.instance.objectNode();
      if (!node.isMissingNode()) {
        faults.add(Fault.WRONG_TYPE, path, "a mapping");
      }
    }
  }

  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  void fault(Fault fault, String key, String detail) {
    faults.add(fault, key.isEmpty() ? path : at(key), detail);
  }

  boolean has(String key) {
    return node.has(key);
  }

  @Nullable JsonNode node(String key) {
    asked.add(key);
    return node.get(key);
  }

  private JsonNode needed(String key) {
    var found = node(key);
    if (found == null) {
      faults.add(Fault.MISSING, path, key);
      return JsonNodeFactory.instance.missingNode();
    }
    return found;
  }

  @Nullable String textOrNull(String key) {
    var found = node(key);
    if (found == null) {
      return null;
    }
    if (!found.isString() || found.asString().isBlank()) {
      faults.add(Fault.WRONG_TYPE, at(key), "text");
      return null;
    }
    return found.asString();
  }

  String text(String key) {
    if (needed(key).isMissingNode()) {
      return "?";
    }
    var text = textOrNull(key);
    return text == null ? "?" : text;
  }

  /** A name in the manner of the house: lower case, digits, hyphens. */
  String name(String key) {
    var name = text(key);
    if (!name.equals("?")) {
      checkName(NAME, name, at(key));
    }
    return name;
  }

  private void checkName(Pattern pattern, String name, String where) {
    if (!pattern.matcher(name).matches()) {
      faults.add(Fault.BAD_NAME, where, name);
    }
  }

  int number(String key) {
    var found = needed(key);
    if (!found.isMissingNode() && !(found.isInt() && found.intValue() > 0)) {
      faults.add(Fault.WRONG_TYPE, at(key), "a whole number above 0");
    }
    return found.isInt() ? found.intValue() : 1;
  }

  boolean flag(String key) {
    var found = node(key);
    if (found != null && !found.isBoolean()) {
      faults.add(Fault.WRONG_TYPE, at(key), "true or false");
    }
    return found != null && found.isBoolean() && found.booleanValue();
  }

  Text both(String key) {
    var both = bothOrNull(key);
    if (both == null) {
      faults.add(Fault.MISSING, path, key);
      return NO_TEXT;
    }
    return both;
  }

  @Nullable Text bothOrNull(String key) {
    var found = node(key);
    if (found == null) {
      return null;
    }
    return read(key, texts -> new Text(texts.text("zh"), texts.text("en")));
  }

  /** A list of names in the order of the file; absent means none. */
  List<String> names(String key) {
    var names = new LinkedHashSet<String>();
    for (var entry : list(key, "a list of names")) {
      if (!entry.isString()) {
        faults.add(Fault.WRONG_TYPE, at(key), "a list of names");
      } else if (names.add(entry.asString())) {
        checkName(NAME, entry.asString(), at(key));
      } else {
        faults.add(Fault.DUPLICATE, at(key), entry.asString());
      }
    }
    return List.copyOf(names);
  }

  /** What a list holds; absent means nothing. */
  private Collection<JsonNode> list(String key, String kind) {
    var found = node(key);
    if (found != null && !found.isArray()) {
      faults.add(Fault.WRONG_TYPE, at(key), kind);
    }
    return found == null ? List.of() : found.values();
  }

  /** Names that stand for something known; others are reported as the fault. */
  <T> Set<T> known(String key, Fault fault, Function<String, @Nullable T> find) {
    var known = new LinkedHashSet<T>();
    for (var name : names(key)) {
      var value = find.apply(name);
      if (value == null) {
        faults.add(fault, at(key), name);
      } else {
        known.add(value);
      }
    }
    return known;
  }

  @Nullable Role role(String key) {
    var code = textOrNull(key);
    var role = code == null ? null : constant(Role.class, code);
    if (code != null && role == null) {
      faults.add(Fault.UNKNOWN_ROLE, at(key), code);
    }
    return role;
  }

  @Nullable Limit limitOrNull(String key) {
    var text = textOrNull(key);
    if (text == null) {
      return null;
    }
    try {
      return Limit.of(text);
    } catch (IllegalArgumentException e) {
      faults.add(
          Fault.BAD_LIMIT, at(key), text + " (write '7 workday', day, hour, minute or workhour)");
      return null;
    }
  }

  Limit limit(String key) {
    if (needed(key).isMissingNode()) {
      return NO_LIMIT;
    }
    var limit = limitOrNull(key);
    return limit == null ? NO_LIMIT : limit;
  }

  /** Reads one mapping below this one. */
  <T> T read(String key, Function<Section, T> reader) {
    try (var section = new Section(needed(key), at(key), faults)) {
      return reader.apply(section);
    }
  }

  /** Checks one mapping below this one. */
  void within(String key, Consumer<Section> check) {
    try (var section = new Section(needed(key), at(key), faults)) {
      check.accept(section);
    }
  }

  /** A mapping of any names to texts in both languages; absent means empty. */
  Map<String, Text> texts(String key) {
    var texts = new LinkedHashMap<String, Text>();
    if (has(key)) {
      within(
          key, section -> section.node.propertyNames().forEach(n -> texts.put(n, section.both(n))));
    }
    return texts;
  }

  /** A mapping of names of the house to mappings, each read by the reader; absent means empty. */
  <T> Map<String, T> each(String key, Function<Section, T> reader) {
    return each(key, NAME, reader);
  }

  /** The same for names of another pattern. */
  <T> Map<String, T> each(String key, Pattern names, Function<Section, T> reader) {
    var read = new LinkedHashMap<String, T>();
    for (var entry : mapping(key)) {
      var where = at(key) + "." + entry.getKey();
      checkName(names, entry.getKey(), where);
      try (var section = new Section(entry.getValue(), where, faults)) {
        read.put(entry.getKey(), reader.apply(section));
      }
    }
    return read;
  }

  private Set<Map.Entry<String, JsonNode>> mapping(String key) {
    var found = node(key);
    if (found != null && !found.isObject()) {
      faults.add(Fault.WRONG_TYPE, at(key), "a mapping");
    }
    return found == null ? Set.of() : found.properties();
  }

  /** A list of mappings, each read by the reader; absent means empty. */
  <T> List<T> rows(String key, Function<Section, T> reader) {
    var read = new ArrayList<T>();
    for (var entry : list(key, "a list")) {
      try (var section = new Section(entry, at(key) + "[" + read.size() + "]", faults)) {
        read.add(reader.apply(section));
      }
    }
    return read;
  }

  /** The last part of the path: the name of an entry of {@link #each}. */
  String id() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  static <E extends Enum<E>> @Nullable E constant(Class<E> type, String code) {
    for (var constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code)) {
        return constant;
      }
    }
    return null;
  }

  @Override
  public void close() {
    for (var key : node.propertyNames()) {
      if (!asked.contains(key)) {
        faults.add(Fault.UNKNOWN_KEY, path, key);
      }
    }
  }
}
