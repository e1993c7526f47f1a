package org.bihuan.loop.procedures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * One question of a form, as a page renders it.
 *
 * @param name its name in the facts
 * @param title the label
 * @param kind which control
 * @param required true if it must be answered
 * @param maxLength longest text in characters; 0 means no limit of its own
 * @param choices what can be chosen; empty unless the kind is {@link Kind#CHOICE}
 * @param isPublic true if the answer is shown to the person who raised the matter
 * @param preset what stands where nothing is chosen; empty if nothing does
 */
public record Field(
    String name,
    Text title,
    Kind kind,
    boolean required,
    int maxLength,
    List<Choice> choices,
    boolean isPublic,
    String preset) {

  public Field {
    choices = List.copyOf(choices);
  }

  /**
   * One answer of a choice.
   *
   * @param value what is kept
   * @param title what people read
   * @param hint what helps to choose it; absent if nothing has to be said
   */
  public record Choice(String value, Text title, @Nullable Text hint) {

    public Choice(String value, Text title) {
      this(value, title, null);
    }
  }

  /** Which control a page shows. */
  public enum Kind {
    /** One line. */
    TEXT,
    /** Several lines. */
    LONG,
    NUMBER,
    INTEGER,
    /** One of few. */
    CHOICE,
    /** A box to tick. */
    FLAG,
    /** Which of the item's materials are handed in. */
    MATERIALS,
    /** A unit of the district. */
    UNIT
  }

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> TICKED = Set.of("true", "on", "1", "yes");

  /** Bounded, so that no string of nines can keep the parser busy. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

  static Field of(JsonNode form, String name, JsonNode property) {
    return new Field(
        name,
        title(name, property),
        kind(property),
        form.path("required").values().stream().anyMatch(n -> n.asString().equals(name)),
        property.path("maxLength").asInt(0),
        choices(property),
        property.path("x-public").asBoolean(false),
        property.path("default").asString(""));
  }

  /** The title of a property; its name where it has none. */
  static Text title(String name, JsonNode property) {
    return new Text(property.path("title").asString(name), property.path("x-en").asString(name));
  }

  private static Field.Kind kind(JsonNode property) {
    if (property.has("enum") || property.has("x-labels")) {
      return Kind.CHOICE;
    }
    return switch (property.path("type").asString("")) {
      case "number" -> Kind.NUMBER;
      case "integer" -> Kind.INTEGER;
      case "boolean" -> Kind.FLAG;
      case "array" -> Kind.MATERIALS;
      default -> textKind(property);
    };
  }

  private static Field.Kind textKind(JsonNode property) {
    if (property.path("x-units").asBoolean(false)) {
      return Kind.UNIT;
    }
    return property.path("x-long").asBoolean(false) ? Kind.LONG : Kind.TEXT;
  }

  private static List<Field.Choice> choices(JsonNode property) {
    var choices = new ArrayList<Field.Choice>();
    property
        .path("x-labels")
        .properties()
        .forEach(
            label ->
                choices.add(
                    new Choice(
                        label.getKey(),
                        text(label.getKey(), label.getValue()),
                        hint(property.path("x-hints").path(label.getKey())))));
    return choices;
  }

  private static Text text(String key, JsonNode both) {
    return new Text(both.path("zh").asString(key), both.path("en").asString(key));
  }

  private static @Nullable Text hint(JsonNode both) {
    return both.isObject() ? text("?", both) : null;
  }

  /** The value of a string that is not empty; missing if it is none of the property's type. */
  static JsonNode value(JsonNode property, String text) {
    return switch (property.path("type").asString("")) {
      case "integer" ->
          WHOLE.matcher(text).matches()
              ? JSON.numberNode(new BigInteger(text).longValue())
              : MissingNode.getInstance();
      case "number" ->
          NUMBER.matcher(text).matches()
              ? JSON.numberNode(new BigDecimal(text))
              : MissingNode.getInstance();
      case "boolean" -> flag(text);
      case "array" -> list(text);
      default -> JSON.stringNode(text);
    };
  }

  private static JsonNode flag(String text) {
    if (TICKED.contains(text)) {
      return JSON.booleanNode(true);
    }
    return text.equals("false") ? JSON.booleanNode(false) : MissingNode.getInstance();
  }

  private static JsonNode list(String text) {
    var list = JSON.arrayNode();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
    return list;
  }
}
