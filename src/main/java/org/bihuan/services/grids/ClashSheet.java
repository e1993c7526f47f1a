package org.bihuan.services.grids;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two edits of the same fields, side by side.
 *
 * @param id of the edit that waits
 * @param record the record
 * @param version of the record that was compared
 * @param by who made the edit that waits
 * @param at when it reached the house
 * @param sides the fields both changed
 */
public record ClashSheet(
    UUID id, UUID record, long version, UUID by, Instant at, List<Side> sides) {

  public ClashSheet {
    sides = List.copyOf(sides);
  }

  /**
   * One field.
   *
   * @param name of the field
   * @param theirs what is there now
   * @param mine what the edit says
   */
  public record Side(String name, String theirs, String mine) {}

  static ClashSheet of(ClashSql.Clash clash, RecordFile now, RecordFields.Merged merged) {
    var sides =
        merged.clashing().stream()
            .map(name -> new Side(name, now.field(name), clash.fields().getOrDefault(name, "")))
            .toList();
    return new ClashSheet(clash.id(), now.id(), now.version(), clash.by(), clash.at(), sides);
  }
}
