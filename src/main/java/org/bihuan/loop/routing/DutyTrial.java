package org.bihuan.loop.routing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bihuan.foundation.access.WorkUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the duty list says of one matter, and why.
 *
 * @param lead who must act
 * @param with who helps, each with a part of its own; never the lead
 * @param candidates every row that names the matter, the more specific first
 * @param fallback true if the fallback desk leads because no row in force names a unit in use
 */
public record DutyTrial(
    WorkUnit lead, List<WorkUnit> with, List<Candidate> candidates, boolean fallback) {

  public DutyTrial {
    with = List.copyOf(with);
    candidates = List.copyOf(candidates);
  }

  /**
   * A row that names the matter.
   *
   * @param duty the row
   * @param unit whom it means in this place; absent if there is no such unit any more
   * @param holds false if it is not in force yet
   * @param decides true for the one that decides
   */
  public record Candidate(Duty duty, @Nullable WorkUnit unit, boolean holds, boolean decides) {}

  static DutyTrial of(
      List<Candidate> candidates, WorkUnit fallback, Function<String, Optional<WorkUnit>> units) {
    var deciding = candidates.stream().filter(Candidate::decides).findFirst().orElse(null);
    var lead = deciding == null ? null : deciding.unit();
    var chosen = lead == null ? fallback : lead;
    var with = new LinkedHashSet<WorkUnit>();
    if (deciding != null && deciding.duty().with() != null) {
      Objects.requireNonNull(deciding.duty().with())
          .forEach(code -> units.apply(code).filter(u -> !u.equals(chosen)).ifPresent(with::add));
    }
    return new DutyTrial(chosen, List.copyOf(with), candidates, lead == null);
  }
}
