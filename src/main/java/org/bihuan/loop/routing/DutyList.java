package org.bihuan.loop.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who must act, by matter and area. There is always an answer: what the list does not name goes to
 * the fallback desk, so that no matter is ever without an owner.
 */
@Component
public class DutyList {

  private static final String STREET_OFFICE = "street-office";

  private final Units units;
  private final List<Duty> duties;
  private final Supplier<List<RuledDuty>> ruled;
  private final List<JointDuty> together;

  @Autowired
  DutyList(Units units, District district, RuledDuties ruled) {
    this(
        units,
        DataFile.resource("duties/" + district.code() + ".yaml").as(DutyFile.class),
        ruled::inForce);
  }

  DutyList(Units units, DutyFile file, Supplier<List<RuledDuty>> ruled) {
    this.units = units;
    this.ruled = ruled;
    this.duties = file.duties().stream().sorted(Duty.SPECIFIC_FIRST).toList();
    this.together = file.together() == null ? List.of() : List.copyOf(file.together());
  }

  /**
   * A matter that several departments must act on together, as the duty list names it.
   *
   * @param code its name in the file
   * @param title for people
   * @param lead code of the department that leads
   * @param others codes of the departments that act with it
   * @param why the ground: what of it is whose duty
   * @param items leaves of procedures that lead to it; empty if none
   */
  public record JointDuty(
      String code,
      Text title,
      String lead,
      List<String> others,
      Text why,
      @Nullable List<String> items) {

    public JointDuty {
      others = List.copyOf(others);
      items = items == null ? List.of() : List.copyOf(items);
    }

    /** True if a matter of this leaf is one of these. */
    public boolean names(@Nullable String item) {
      return item != null && items != null && items.contains(item);
    }
  }

  /** The list as it is kept: versioned, with its source. */
  record DutyFile(
      int version,
      String source,
      String origin,
      List<Duty> duties,
      @Nullable List<JointDuty> together) {}

  /**
   * One row of the list; what is absent matches everything.
   *
   * @param procedure a kind of matter
   * @param item a leaf of it
   * @param area a place and all within it
   * @param unit who must act; {@code street-office} for the office of the street concerned
   */
  record Duty(
      @Nullable String procedure, @Nullable String item, @Nullable String area, String unit) {

    /** More specific rows first; of two places the smaller one, whose code is longer. */
    static final Comparator<Duty> SPECIFIC_FIRST =
        Comparator.comparingInt(Duty::weight)
            .thenComparingInt(duty -> duty.area() == null ? 0 : duty.area().length())
            .reversed();

    static Duty of(RuledDuty ruled) {
      var what = ruled.what();
      return new Duty(what.procedure(), what.item(), what.area(), ruled.unit());
    }

    /** More specific rows weigh more: the item before the area before the kind. */
    int weight() {
      return (item == null ? 0 : 4) + (area == null ? 0 : 2) + (procedure == null ? 0 : 1);
    }

    boolean names(String kind, @Nullable String leaf, String place) {
      return (procedure == null || procedure.equals(kind))
          && (item == null || item.equals(leaf))
          && (area == null || place.startsWith(area));
    }
  }

  /** What several departments must act on together, in the order of the file. */
  public List<JointDuty> together() {
    return together;
  }

  /** The unit whose duty a matter is; what was ruled goes before what the file says. */
  public WorkUnit unitFor(String procedure, @Nullable String item, String area) {
    return Stream.concat(
            ruled.get().stream().map(Duty::of).sorted(Duty.SPECIFIC_FIRST), duties.stream())
        .filter(duty -> duty.names(procedure, item, area))
        .findFirst()
        .flatMap(duty -> unit(duty, area))
        .orElseGet(units::fallback);
  }

  /** The same, but never the unit a matter reports, nor one beneath it. */
  public WorkUnit unitFor(String procedure, @Nullable String item, String area, String reported) {
    var unit = unitFor(procedure, item, area);
    return units.line(unit.code()).contains(reported) ? units.fallback() : unit;
  }

  private Optional<WorkUnit> unit(Duty duty, String area) {
    return duty.unit().equals(STREET_OFFICE)
        ? units.streetOffice(area)
        : units.find(duty.unit()).filter(unit -> units.codes().contains(unit.code()));
  }
}
