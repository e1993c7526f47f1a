package org.bihuan.loop.procedures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer with its question, as people read it.
 *
 * @param name its name in the facts
 * @param kind which control asked for it
 * @param label the question
 * @param value the answer in words; the code of a unit stays a code
 * @param isPublic true if the person who raised the matter may see it
 */
public record ShownFact(String name, Field.Kind kind, Text label, Text value, boolean isPublic) {

  private static final Text YES = new Text("是", "Yes");
  private static final Text NO = new Text("否", "No");

  /**
   * The facts that some form of the procedure asks for, in the order of the forms; what no form
   * knows is left out.
   *
   * @param item gives names to materials; absent if there is no item
   */
  public static List<ShownFact> of(Procedure procedure, @Nullable Item item, JsonNode facts) {
    var shown = new ArrayList<ShownFact>();
    add(procedure.form(), item, facts, shown);
    for (var act : procedure.acts().values()) {
      var form = act.form();
      if (form != null) {
        add(form, item, facts, shown);
      }
    }
    return List.copyOf(
        shown.stream()
            .collect(Collectors.toMap(ShownFact::name, f -> f, (a, _) -> a, LinkedHashMap::new))
            .values());
  }

  /** The same answer in other words. */
  public ShownFact saying(Text words) {
    return new ShownFact(name, kind, label, words, isPublic);
  }

  private static void add(
      JsonNode form, @Nullable Item item, JsonNode facts, List<ShownFact> shown) {
    for (var property : form.path("properties").properties()) {
      var fact = facts.path(property.getKey());
      if (!fact.isMissingNode() && !fact.isNull() && !fact.asString("x").isBlank()) {
        var field = Field.of(form, property.getKey(), property.getValue());
        var value = value(field, item, fact);
        shown.add(
            new ShownFact(field.name(), field.kind(), field.title(), value, field.isPublic()));
      }
    }
  }

  private static Text value(Field field, @Nullable Item item, JsonNode fact) {
    return switch (field.kind()) {
      case CHOICE -> choice(field, fact.asString(""));
      case FLAG -> fact.asBoolean(false) ? YES : NO;
      case MATERIALS -> materials(item, fact);
      case TEXT, LONG, NUMBER, INTEGER, UNIT -> same(fact.asString(""));
    };
  }

  private static Text choice(Field field, String value) {
    return field.choices().stream()
        .filter(choice -> choice.value().equals(value))
        .map(Field.Choice::title)
        .findFirst()
        .orElseGet(() -> same(value));
  }

  private static Text materials(@Nullable Item item, JsonNode fact) {
    Map<String, Text> titles =
        item == null
            ? Map.of()
            : item.materials().stream()
                .collect(Collectors.toMap(Item.Material::id, Item.Material::title));
    var handed =
        StreamSupport.stream(fact.spliterator(), false)
            .map(JsonNode::asString)
            .map(id -> titles.getOrDefault(id, same(id)))
            .toList();
    if (handed.isEmpty()) {
      return new Text("无", "None");
    }
    return new Text(joined(handed, Text::zh), joined(handed, Text::en));
  }

  private static String joined(List<Text> texts, Function<Text, String> tongue) {
    return texts.stream().map(tongue).collect(Collectors.joining("\n"));
  }

  /** People's own words are the same in both languages. */
  private static Text same(String words) {
    var kept = words.isBlank() ? "-" : words;
    return new Text(kept, kept);
  }
}
