package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Items as programs read them. */
final class ItemAnswer {

  private ItemAnswer() {}

  /** A thing one can apply for or report. */
  @Schema(name = "Item")
  record Leaf(
      String code,
      String procedure,
      Text title,
      Text summary,
      Text group,
      List<Paper> materials,
      List<LeafClock> clocks,
      @Schema(
              type = "object",
              description = "JSON Schema of further facts, joined to the procedure's; null if none",
              additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          @Nullable JsonNode form,
      ReferenceAnswer.Origin source) {

    static Leaf of(Item i) {
      return new Leaf(
          i.code(),
          i.procedure(),
          i.title(),
          i.summary(),
          i.group(),
          i.materials().stream().map(m -> new Paper(m.id(), m.title(), m.required())).toList(),
          i.clocks().entrySet().stream().map(e -> LeafClock.of(e.getKey(), e.getValue())).toList(),
          i.form(),
          ReferenceAnswer.Origin.of(i.source()));
    }
  }

  /** A paper to be brought. */
  @Schema(name = "Material")
  record Paper(String id, Text title, boolean required) {}

  /** What an item changes in a clock. */
  @Schema(name = "ItemClock")
  record LeafClock(
      String clock,
      List<String> begins,
      String limit,
      @Nullable String promised,
      ReferenceAnswer.Origin source) {

    static LeafClock of(String clock, Item.ItemClock c) {
      return new LeafClock(
          clock,
          ReferenceAnswer.sorted(c.begins()),
          c.limit().toString(),
          ReferenceAnswer.told(c.promised()),
          ReferenceAnswer.Origin.of(c.source()));
    }
  }
}
