package org.bihuan.foundation.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A mapping of a YAML file, read key by key. Every fault is noted with its dotted place instead of
 * thrown, so that a person sees all of them at once; keys nobody asked for are faults too.
 */
final class CheckedNode {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String path;
  private final @Nullable JsonNode node;
  private final List<FieldError> errors;
  private final Set<String> known = new HashSet<>();

  private CheckedNode(String path, @Nullable JsonNode node, List<FieldError> errors) {
    this.path = path;
    this.errors = errors;
    this.node = node != null && node.isObject() ? node : null;
    if (this.node == null) {
      fault("", "mapping", "应为键值结构", "must be a mapping of keys to values");
    }
  }

  /** Reads a whole file; what is wrong with it goes to {@code errors}. */
  static CheckedNode of(String yaml, List<FieldError> errors) {
    try {
      return new CheckedNode("", YAML.readTree(yaml), errors);
    } catch (JacksonException fault) {
      var at = fault.getLocation() == null ? "" : " " + fault.getLocation().getLineNr();
      errors.add(
          error(
              "",
              "yaml",
              "第%s 行附近无法按 YAML 读取:%s".formatted(at, fault.getOriginalMessage()),
              "cannot be read as YAML near line%s: %s".formatted(at, fault.getOriginalMessage())));
      return new CheckedNode("", YAML.createObjectNode(), new ArrayList<>());
    }
  }

  static FieldError error(String field, String code, String zh, String en) {
    return new FieldError(field.isEmpty() ? "file" : field, code, new Text(zh, en));
  }

  void fault(String key, String code, String zh, String en) {
    errors.add(error(at(key), code, zh, en));
  }

  /** The text at this key; a fault and null where it is absent, blank or not text. */
  @Nullable String text(String key) {
    var value = value(key);
    if (value == null) {
      fault(key, "required", "必须填写", "is required");
      return null;
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      fault(key, "text", "应为文字", "must be text");
      return null;
    }
    return value.stringValue().strip();
  }

  @Nullable String optionalText(String key) {
    return value(key) == null ? null : text(key);
  }

  /** One of the given words. */
  @Nullable String word(String key, Set<String> words) {
    var text = text(key);
    if (text != null && !words.contains(text)) {
      var list = String.join(", ", words.stream().sorted().toList());
      fault(key, "unknown", "只能是:" + list, "must be one of: " + list);
      return null;
    }
    return text;
  }

  @Nullable Integer integer(String key) {
    var value = value(key);
    if (value == null || !value.isInt()) {
      fault(key, "integer", "应为整数", "must be a whole number");
      return null;
    }
    return value.intValue();
  }

  @Nullable LocalDate date(String key) {
    var text = text(key);
    return text == null ? null : date(key, text);
  }

  @Nullable LocalTime time(String key) {
    var text = text(key);
    try {
      return text == null ? null : LocalTime.parse(text);
    } catch (DateTimeException notATime) {
      fault(key, "time", "应为时刻,如 08:30", "must be a time like 08:30: " + text);
      return null;
    }
  }

  /** A list of dates; entries that are none become faults and are left out. */
  List<LocalDate> dates(String key) {
    var dates = new ArrayList<LocalDate>();
    var entries = entries(key);
    for (int i = 0; i < entries.size(); i++) {
      var place = key + "[" + i + "]";
      var entry = entries.get(i);
      var day = entry.isString() ? date(place, entry.stringValue()) : null;
      if (day != null) {
        dates.add(day);
      } else if (!entry.isString()) {
        fault(place, "date", "应为日期,如 2026-01-04", "must be a date like 2026-01-04");
      }
    }
    return dates;
  }

  /** A list of mappings. */
  List<CheckedNode> list(String key) {
    var nodes = new ArrayList<CheckedNode>();
    for (var entry : entries(key)) {
      nodes.add(new CheckedNode(at(key + "[" + nodes.size() + "]"), entry, errors));
    }
    return nodes;
  }

  CheckedNode mapping(String key) {
    return new CheckedNode(at(key), value(key), errors);
  }

  /** Notes every key that was not read. */
  void nothingElse() {
    if (node != null) {
      for (var key : node.propertyNames()) {
        if (!known.contains(key)) {
          fault(key, "unknown-key", "未知的键", "is not a known key");
        }
      }
    }
  }

  private @Nullable LocalDate date(String place, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADate) {
      fault(place, "date", "应为日期,如 2026-01-04", "must be a date like 2026-01-04: " + text);
      return null;
    }
  }

  private List<JsonNode> entries(String key) {
    var value = value(key);
    if (value == null || !value.isArray()) {
      fault(key, "list", "应为列表", "must be a list");
      return List.of();
    }
    return List.copyOf(value.values());
  }

  private @Nullable JsonNode value(String key) {
    known.add(key);
    var value = node == null ? null : node.get(key);
    return value == null || value.isNull() ? null : value;
  }

  private String at(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }
}
