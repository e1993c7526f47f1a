package org.bihuan.loop.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who must act, by matter and area. There is always an answer: what the list does not name goes to
 * the fallback desk, so that no matter is ever without an owner.
 */
@Component
public class DutyList {

  /** In the place of a unit: the office of the street concerned. */
  public static final String STREET_OFFICE = "street-office";

  private final Units units;
  private final DutyFile file;
  private final List<Duty> duties;
  private final Supplier<LocalDate> today;

  @Autowired
  DutyList(Units units, District district, Clock clock) {
    this(units, shipped(district), () -> ChinaTime.day(clock.instant()));
  }

  /** As it will be once every row is in force. */
  DutyList(Units units, District district) {
    this(units, shipped(district));
  }

  DutyList(Units units, DutyFile file) {
    this(units, file, () -> LocalDate.MAX);
  }

  DutyList(Units units, DutyFile file, Supplier<LocalDate> today) {
    this.units = units;
    this.file = file;
    this.duties = file.duties().stream().sorted(Duty.SPECIFIC_FIRST).toList();
    this.today = today;
  }

  private static DutyFile shipped(District district) {
    return DataFile.resource("duties/" + district.code() + ".yaml").as(DutyFile.class);
  }

  /** The list as it is kept: versioned, with its source. */
  record DutyFile(int version, String source, String origin, List<Duty> duties) {}

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
     * More specific rows first; of two places the smaller one, whose code is longer; of two alike
     * the later.
     */
    static final Comparator<Duty> SPECIFIC_FIRST =
        Comparator.comparingInt(Duty::weight)
            .thenComparingInt(duty -> duty.area() == null ? 0 : duty.area().length())
            .thenComparing(duty -> duty.from() == null ? LocalDate.MIN : duty.from())
            .reversed();

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

  /** The unit whose duty a matter is. */
  public WorkUnit unitFor(String procedure, @Nullable String item, String area) {
    return tried(procedure, item, area).lead();
  }

  /** Tries the list on a matter: which row decides, who leads, who helps, what would come next. */
  public DutyTrial tried(String procedure, @Nullable String item, String area) {
    var day = today.get();
    var named = duties.stream().filter(duty -> duty.names(procedure, item, area)).toList();
    var candidates = new ArrayList<DutyTrial.Candidate>();
    boolean decided = false;
    for (var duty : named) {
      boolean decides = !decided && duty.holds(day);
      decided = decided || decides;
      candidates.add(
          new DutyTrial.Candidate(
              duty, unit(duty.unit(), area).orElse(null), duty.holds(day), decides));
    }
    return DutyTrial.of(candidates, units.fallback(), code -> unit(code, area));
  }

  /** The rows of the list, the more specific first. */
  public List<Duty> rows() {
    return duties;
  }

  /** Which edition of the list this is. */
  public int version() {
    return file.version();
  }

  /** Where the list comes from. */
  public String source() {
    return file.source();
  }

  private Optional<WorkUnit> unit(String code, String area) {
    return code.equals(STREET_OFFICE)
        ? units.streetOffice(area)
        : units.find(code).filter(unit -> units.codes().contains(unit.code()));
  }
}
