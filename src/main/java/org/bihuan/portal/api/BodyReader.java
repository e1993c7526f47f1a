package org.bihuan.portal.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the members of a JSON object one by one. Whatever is not asked for, or is of another kind,
 * is named; nothing is guessed or converted.
 */
final class BodyReader {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Reply.NotDone UNREADABLE =
      new Reply.NotDone(
          400, "unreadable", new Text("请求正文不是有效的JSON对象", "The body is not a valid JSON object"));

  private final ObjectNode node;
  private final String at;
  private final List<FieldError> errors;
  private final Set<String> asked = new HashSet<>();

  private BodyReader(ObjectNode node, String at, List<FieldError> errors) {
    this.node = node;
    this.at = at;
    this.errors = errors;
  }

  /** A body that could be read, or why not. */
  sealed interface Read<T> {
    record Sound<T>(T body) implements Read<T> {}

    record Unsound<T>(Reply.NotDone why) implements Read<T> {}
  }

  /** Reads a whole body; an empty one counts as an object without members. */
  static <T> Read<T> read(byte[] body, Function<BodyReader, T> as) {
    JsonNode tree;
    try {
      tree = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException notJson) {
      return new Read.Unsound<>(UNREADABLE);
    }
    if (!(tree instanceof ObjectNode object)) {
      return new Read.Unsound<>(UNREADABLE);
    }
    var errors = new ArrayList<>(Sanity.errors(object));
    var reader = new BodyReader(object, "", errors);
    var read = as.apply(reader);
    reader.refuseTheRest();
    return errors.isEmpty() ? new Read.Sound<>(read) : new Read.Unsound<>(Reply.faulty(errors));
  }

  /** A string; null if absent. */
  @Nullable String text(String name) {
    var value = member(name);
    if (value == null || value.isString()) {
      return value == null ? null : value.asString();
    }
    wrong(name, "应为文字", "must be text");
    return null;
  }

  /** A whole number; null if absent. */
  @Nullable Long whole(String name) {
    var value = member(name);
    if (value == null || (value.isIntegralNumber() && value.canConvertToLong())) {
      return value == null ? null : value.asLong();
    }
    wrong(name, "应为整数", "must be a whole number");
    return null;
  }

  /** An object of any members; empty if absent. */
  ObjectNode facts(String name) {
    var value = member(name);
    if (value == null || value instanceof ObjectNode) {
      return value == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) value;
    }
    wrong(name, "应为对象", "must be an object");
    return JsonNodeFactory.instance.objectNode();
  }

  /** An object of known members; null if absent. */
  <T> @Nullable T object(String name, Function<BodyReader, T> as) {
    var value = member(name);
    if (value instanceof ObjectNode object) {
      var inner = new BodyReader(object, at + name + ".", errors);
      var read = as.apply(inner);
      inner.refuseTheRest();
      return read;
    }
    if (value != null) {
      wrong(name, "应为对象", "must be an object");
    }
    return null;
  }

  private @Nullable JsonNode member(String name) {
    asked.add(name);
    var value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private void refuseTheRest() {
    for (var name : node.propertyNames()) {
      if (!asked.contains(name)) {
        var text = new Text("没有“" + name + "”这一项", "There is no member “" + name + "”");
        errors.add(new FieldError(at + name, "unknown", text));
      }
    }
  }

  private void wrong(String name, String zh, String en) {
    errors.add(
        new FieldError(at + name, "type", new Text("“" + name + "”" + zh, "“" + name + "” " + en)));
  }
}
