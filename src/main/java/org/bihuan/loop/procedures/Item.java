package org.bihuan.loop.procedures;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A leaf a person can choose within a procedure: a licence of the catalogue, a matter of the appeal
 * list.
 *
 * @param code unique over all procedures, lower case with hyphens
 * @param procedure the procedure it runs on
 * @param title what people call it
 * @param summary one sentence: who needs it
 * @param group heading in lists
 * @param materials what must be brought; empty for appeals
 * @param clocks what the law of this item says differently
 * @param form JSON Schema of further facts, joined to the procedure's own; absent means none
 * @param presets answers the item gives or suggests
 * @param source the law of the item
 */
public record Item(
    String code,
    String procedure,
    Text title,
    Text summary,
    Text group,
    List<Material> materials,
    Map<String, ItemClock> clocks,
    @Nullable JsonNode form,
    Presets presets,
    Source source) {

  public Item {
    materials = List.copyOf(materials);
    clocks = Map.copyOf(clocks);
  }

  /**
   * Answers to choices of the procedure's form.
   *
   * @param fixed that the item gives: nobody is asked
   * @param suggested that stand where nothing is chosen
   */
  public record Presets(Map<String, String> fixed, Map<String, String> suggested) {

    /** None. */
    public static final Presets NONE = new Presets(Map.of(), Map.of());

    public Presets {
      fixed = Map.copyOf(fixed);
      suggested = Map.copyOf(suggested);
    }
  }

  /** A paper or file the applicant must bring. */
  public record Material(String id, Text title, boolean required) {}

  /**
   * What an item changes in a clock.
   *
   * @param begins moments that start it for this item
   * @param limit the statutory limit of this item
   * @param promised the promise for this item; absent means none
   * @param source the law of the item's limit
   */
  public record ItemClock(
      Set<String> begins, Limit limit, @Nullable Limit promised, Source source) {}

  /** A procedure as it runs for this item: its clocks, its form joined to the procedure's. */
  Procedure changing(Procedure procedure) {
    var changed = new LinkedHashMap<>(procedure.clocks());
    clocks.forEach((id, change) -> changed.computeIfPresent(id, (k, c) -> changed(c, change)));
    return new Procedure(
        procedure.id(),
        procedure.revision(),
        procedure.letter(),
        procedure.title(),
        procedure.summary(),
        procedure.confirmed(),
        procedure.states(),
        procedure.acts(),
        changed,
        FormSchemas.preset(
            form == null ? procedure.form() : FormSchemas.join(procedure.form(), form), presets),
        procedure.source());
  }

  private static ClockRule changed(ClockRule clock, Item.ItemClock change) {
    return new ClockRule(
        clock.id(),
        clock.title(),
        change.begins().isEmpty() ? clock.begins() : change.begins(),
        clock.ends(),
        List.of(new ClockRule.Tier(null, change.limit(), change.promised())),
        clock.extension(),
        clock.expires(),
        change.source());
  }

  /**
   * One procedure for each different way in which items begin its clocks, by the code of the first
   * such item. How long a clock runs makes no difference to where it can lead.
   */
  static Map<String, Procedure> distinct(Procedure procedure, List<Item> items) {
    var seen = new HashSet<Object>();
    seen.add(begins(procedure));
    var variants = new LinkedHashMap<String, Procedure>();
    for (var item : items) {
      if (item.procedure().equals(procedure.id())) {
        var variant = item.changing(procedure);
        if (seen.add(begins(variant))) {
          variants.put(item.code(), variant);
        }
      }
    }
    return variants;
  }

  private static Object begins(Procedure procedure) {
    return procedure.clocks().values().stream().map(ClockRule::begins).toList();
  }
}
