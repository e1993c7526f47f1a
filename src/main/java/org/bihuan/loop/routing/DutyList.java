package org.bihuan.loop.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.routing.RuledDuties.RuledDuty;
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
  private final Supplier<List<RuledDuty>> ruled;
  private final List<JointDuty> together;

  @Autowired
  DutyList(Units units, District district, RuledDuties ruled, Clock clock) {
    this(units, shipped(district), () -> ChinaTime.day(clock.instant()), ruled::inForce);
  }

  /** As it will be once every row is in force. */
  DutyList(Units units, DutyFile file) {
    this(units, file, () -> LocalDate.MAX, List::of);
  }

  DutyList(Units units, DutyFile file, Supplier<LocalDate> today, Supplier<List<RuledDuty>> ruled) {
    this.units = units;
    this.file = file;
    this.today = today;
    this.ruled = ruled;
    this.duties = file.duties().stream().sorted(Duty.SPECIFIC_FIRST).toList();
    this.together = file.together() == null ? List.of() : List.copyOf(file.together());
  }

  private static DutyFile shipped(District district) {
    return DataFile.resource("duties/" + district.code() + ".yaml").as(DutyFile.class);
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

  /** What several departments must act on together, in the order of the file. */
  public List<JointDuty> together() {
    return together;
  }

  /** The unit whose duty a matter is; what was ruled goes before what the file says. */
  public WorkUnit unitFor(String procedure, @Nullable String item, String area) {
    return tried(procedure, item, area).lead();
  }

  /** The same, but never the unit a matter reports, nor one beneath it. */
  public WorkUnit unitFor(String procedure, @Nullable String item, String area, String reported) {
    var unit = unitFor(procedure, item, area);
    return units.line(unit.code()).contains(reported) ? units.fallback() : unit;
  }

  /** Tries the list on a matter: which row decides, who leads, who helps, what would come next. */
  public DutyTrial tried(String procedure, @Nullable String item, String area) {
    var day = today.get();
    var named = rows().stream().filter(duty -> duty.names(procedure, item, area)).toList();
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

  /** The rows of the list: what was ruled, then the file's; of each the more specific first. */
  public List<Duty> rows() {
    var rulings = ruled.get().stream().map(Duty::of).sorted(Duty.SPECIFIC_FIRST);
    return Stream.concat(rulings, duties.stream()).toList();
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
