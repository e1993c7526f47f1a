package org.bihuan.loop.procedures;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.foundation.lists.ChoiceList;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks and checks the facts of matters by the forms of their procedures. Safe to share between
 * threads; each form is prepared once.
 */
@Component
public final class Forms {

  /** Facts of one act, as UTF-8 JSON. */
  static final int MOST_BYTES = 64 * 1024;

  static final int MOST_DEPTH = 8;

  /** Names the list whose choices a question has. */
  static final String LIST = "x-choices";

  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  /** Builds the validator on first use. */
  private static final class Registry {
    static final SchemaRegistry JSON_SCHEMA =
        SchemaRegistry.withDefaultDialect(
            Dialect.builder(Dialects.getDraft202012())
                .keywords(FormSchemas.ownWords().<Keyword>map(NonValidationKeyword::new).toList())
                .build());
  }

  /**
   * Facts made from what a page sent, and what could not be read.
   *
   * @param facts an object holding what could be read
   * @param errors empty if everything could; the facts still have to be checked
   */
  public record Read(JsonNode facts, List<FieldError> errors) {

    public Read {
      errors = List.copyOf(errors);
    }
  }

  /** What is wrong with the facts, in the order of the form; an empty list means nothing. */
  public List<FieldError> check(JsonNode form, JsonNode facts) {
    if (!facts.isObject()) {
      return List.of(FieldMessages.whole("type"));
    }
    if (depth(facts, 0) > MOST_DEPTH) {
      return List.of(FieldMessages.whole("too-deep"));
    }
    if (facts.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return List.of(FieldMessages.whole("too-large"));
    }
    var errors = new LinkedHashMap<String, FieldError>();
    for (var error : schemas.computeIfAbsent(form, Forms::schema).validate(facts)) {
      var told = FieldMessages.of(form, error);
      errors.putIfAbsent(told.field(), told);
    }
    return FieldMessages.inOrder(form, errors.values());
  }

  private static Schema schema(JsonNode form) {
    return Registry.JSON_SCHEMA.getSchema(form);
  }

  /** The questions of a form in its order. */
  public List<Field> fields(JsonNode form) {
    var fields = new ArrayList<Field>();
    form.path("properties")
        .properties()
        .forEach(entry -> fields.add(Field.of(form, entry.getKey(), entry.getValue())));
    return List.copyOf(fields);
  }

  /**
   * Facts from the strings of an HTML form. Texts are trimmed and empty ones left out; numbers are
   * read; a ticked box is true and an unticked one is left out; the entries of a list are joined by
   * line breaks. Names the form does not have are ignored: a page may send its own.
   */
  public Read factsFrom(JsonNode form, Map<String, String> sent) {
    var facts = JsonNodeFactory.instance.objectNode();
    var errors = new ArrayList<FieldError>();
    for (var property : form.path("properties").properties()) {
      var text = sent.getOrDefault(property.getKey(), "").strip();
      if (!text.isEmpty()) {
        put(facts, property, text, errors);
      }
    }
    return new Read(facts, errors);
  }

  /** The facts with what stands where nothing was chosen. */
  public ObjectNode filled(JsonNode form, ObjectNode facts) {
    var filled = facts.deepCopy();
    for (var property : form.path("properties").properties()) {
      var preset = property.getValue().get("default");
      if (preset != null && !filled.has(property.getKey())) {
        filled.set(property.getKey(), preset);
      }
    }
    return filled;
  }

  private static void put(
      ObjectNode facts,
      Map.Entry<String, JsonNode> property,
      String text,
      List<FieldError> errors) {
    var value = Field.value(property.getValue(), text);
    if (value.isMissingNode()) {
      errors.add(FieldMessages.wrongType(property.getKey(), property.getValue()));
    } else {
      facts.set(property.getKey(), value);
    }
  }

  private static int depth(JsonNode node, int above) {
    if (!node.isContainer() || above > MOST_DEPTH) {
      return above;
    }
    int deepest = above + 1;
    for (var child : node.values()) {
      deepest = Math.max(deepest, depth(child, above + 1));
    }
    return deepest;
  }

  /** The form with the choices of the lists it names; what they tell stands beside them. */
  static JsonNode spelled(JsonNode form) {
    var copy = form.deepCopy();
    for (var property : copy.path("properties").values()) {
      if (property instanceof ObjectNode question && question.has(LIST)) {
        ChoiceList.find(question.path(LIST).asString(""))
            .ifPresent(list -> list.choices().forEach(choice -> spell(question, choice)));
      }
    }
    return copy;
  }

  private static void spell(ObjectNode question, ChoiceList.Choice choice) {
    question.withArrayProperty("enum").add(choice.code());
    label(question.withObjectProperty("x-labels"), choice.code(), choice.title());
    var tells = choice.tells();
    if (tells != null) {
      label(question.withObjectProperty("x-tells"), choice.code(), tells);
    }
  }

  private static void label(ObjectNode texts, String code, Text text) {
    texts.withObjectProperty(code).put("zh", text.zh()).put("en", text.en());
  }
}
