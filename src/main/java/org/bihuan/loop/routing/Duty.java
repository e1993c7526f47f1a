package org.bihuan.loop.routing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.bihuan.loop.routing.RuledDuties.RuledDuty;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list; what is absent matches everything.
 *
 * @param procedure a kind of matter
 * @param item a leaf of it
 * @param area a place and all within it
 * @param unit who leads; {@code street-office} for the office of the street concerned
 * @param with who helps, each with a part of its own; absent if nobody
 * @param from the first day it holds; absent if it always did
 * @param source where it comes from; absent for that of the whole list
 */
public record Duty(
    @Nullable String procedure,
    @Nullable String item,
    @Nullable String area,
    String unit,
    @Nullable List<String> with,
    @Nullable LocalDate from,
    @Nullable String source) {

  public Duty {
    with = with == null ? null : List.copyOf(with);
  }

  /** One that always held and needs nobody's help. */
  Duty(@Nullable String procedure, @Nullable String item, @Nullable String area, String unit) {
    this(procedure, item, area, unit, null, null, null);
  }

  /**
   * More specific rows first; of two places the smaller one, whose code is longer; of two alike the
   * later.
   */
  static final Comparator<Duty> SPECIFIC_FIRST =
      Comparator.comparingInt(Duty::weight)
          .thenComparingInt(duty -> duty.area() == null ? 0 : duty.area().length())
          .thenComparing(duty -> duty.from() == null ? LocalDate.MIN : duty.from())
          .reversed();

  static Duty of(RuledDuty ruled) {
    var what = ruled.what();
    return new Duty(what.procedure(), what.item(), what.area(), ruled.unit());
  }

  /** More specific rows weigh more: the item before the area before the kind. */
  public int weight() {
    return (item == null ? 0 : 4) + (area == null ? 0 : 2) + (procedure == null ? 0 : 1);
  }

  /** True if it holds on a day. */
  public boolean holds(LocalDate day) {
    return from == null || !day.isBefore(from);
  }

  boolean names(String kind, @Nullable String leaf, String place) {
    return (procedure == null || procedure.equals(kind))
        && (item == null || item.equals(leaf))
        && (area == null || place.startsWith(area));
  }
}
