package org.bihuan.loop.procedures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.bihuan.foundation.lists.ChoiceList;
import org.bihuan.loop.procedures.Faults.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the forms of procedures and items: the part of JSON Schema that renders itself. A form is a
 * flat object; each property carries a title in both languages.
 */
final class FormSchemas {

  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "array");
  private static final Set<String> COUNTS =
      Set.of("minLength", "maxLength", "minItems", "maxItems");
  private static final Set<String> NUMBERS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
  private static final Set<String> SWITCHES =
      Set.of("uniqueItems", "x-public", "x-long", "x-units", "x-staff", "x-fixed");
  private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  private FormSchemas() {}

  /** The words JSON Schema does not know, for a validator that has to pass over them. */
  static Stream<String> ownWords() {
    var switches = SWITCHES.stream().filter(word -> word.startsWith("x-"));
    var texts = Stream.of("x-en", "x-labels", "x-hints", "x-tells", "x-choices");
    return Stream.concat(texts, switches);
  }

  /** The section's {@code form}; an empty one where it is wrong or, if not needed, absent. */
  static JsonNode read(Section section, boolean needed) {
    var form = section.node("form");
    if (form == null) {
      if (needed) {
        section.fault(Fault.MISSING, "", "form");
      }
      return JsonNodeFactory.instance.objectNode();
    }
    section.within("form", FormSchemas::check);
    return Forms.spelled(form);
  }

  private static void check(Section form) {
    if (!"object".equals(form.textOrNull("type"))) {
      form.fault(Fault.BAD_SCHEMA, "type", "a form is of type object");
    }
    form.flag("additionalProperties");
    var fields = form.each("properties", FIELD, FormSchemas::field).keySet();
    var required = form.node("required");
    if (required == null) {
      return;
    }
    for (var name : required.values()) {
      if (!fields.contains(name.asString())) {
        form.fault(Fault.BAD_SCHEMA, "required", "no property '" + name.asString() + "'");
      }
    }
  }

  private static String field(Section field) {
    var type = field.text("type");
    if (!TYPES.contains(type)) {
      field.fault(Fault.BAD_SCHEMA, "type", "no type '" + type + "'");
    }
    titles(field);
    limits(field);
    choices(field);
    pattern(field);
    entries(field, type);
    return type;
  }

  private static void titles(Section field) {
    for (var title : List.of("title", "x-en")) {
      if (field.textOrNull(title) == null) {
        field.fault(Fault.UNTITLED, "", title);
      }
    }
  }

  private static void entries(Section field, String type) {
    if (type.equals("array") && field.node("items") == null) {
      field.fault(Fault.MISSING, "", "items");
    }
    if (field.has("items")) {
      field.within("items", FormSchemas::entry);
    }
  }

  private static void entry(Section entry) {
    if (!"string".equals(entry.textOrNull("type"))) {
      entry.fault(Fault.BAD_SCHEMA, "type", "a list holds strings");
    }
    limits(entry);
  }

  private static void limits(Section field) {
    for (var key : COUNTS) {
      var count = field.node(key);
      if (count != null && !(count.isInt() && count.intValue() >= 0)) {
        field.fault(Fault.BAD_SCHEMA, key, "a count is a whole number from 0");
      }
    }
    for (var key : NUMBERS) {
      var number = field.node(key);
      if (number != null && !number.isNumber()) {
        field.fault(Fault.BAD_SCHEMA, key, "must be a number");
      }
    }
    SWITCHES.forEach(field::flag);
  }

  private static void choices(Section field) {
    var values = new ArrayList<String>();
    var choices = field.node("enum");
    if (choices != null) {
      choices.values().forEach(choice -> values.add(choice.asString()));
      if (values.isEmpty() || !choices.values().stream().allMatch(JsonNode::isString)) {
        field.fault(Fault.BAD_SCHEMA, "enum", "a list of texts");
      }
    }
    var list = field.textOrNull(Forms.LIST);
    if (list != null && (choices != null || ChoiceList.find(list).isEmpty())) {
      field.fault(Fault.BAD_SCHEMA, Forms.LIST, "no list '" + list + "', or choices beside it");
    }
    preset(field, values);
    field.texts("x-hints");
    field.texts("x-tells");
    var labels = field.texts("x-labels").keySet();
    values.stream()
        .filter(value -> !labels.contains(value))
        .forEach(value -> field.fault(Fault.UNTITLED, "x-labels", value));
  }

  /** What stands where nothing was chosen. */
  private static void preset(Section field, List<String> values) {
    var preset = field.node("default");
    if (preset != null && !(preset.isString() && values.contains(preset.asString()))) {
      field.fault(Fault.BAD_SCHEMA, "default", "one of the choices");
    }
  }

  /** A form in which some questions have their answer, or one that stands where none is chosen. */
  static JsonNode preset(JsonNode form, Item.Presets presets) {
    var copy = form.deepCopy();
    presets.suggested().forEach((name, value) -> question(copy, name).put("default", value));
    presets
        .fixed()
        .forEach(
            (name, value) -> {
              var question = question(copy, name).put("default", value).put("x-fixed", true);
              question.remove("enum");
              question.withArrayProperty("enum").add(value);
            });
    return copy;
  }

  private static ObjectNode question(JsonNode form, String name) {
    return (ObjectNode) form.path("properties").path(name);
  }

  private static void pattern(Section field) {
    var pattern = field.textOrNull("pattern");
    field.textOrNull("format");
    if (pattern == null) {
      return;
    }
    try {
      var _ = Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      field.fault(Fault.BAD_SCHEMA, "pattern", e.getDescription());
    }
  }

  /** A form joined with a further one: properties and required of both. */
  static JsonNode join(JsonNode form, JsonNode further) {
    if (!(form.deepCopy() instanceof ObjectNode joined)) {
      return form;
    }
    joined
        .withObjectProperty("properties")
        .setAll((ObjectNode) further.path("properties").deepCopy());
    var required = joined.withArrayProperty("required");
    further.path("required").values().forEach(required::add);
    return joined;
  }
}
