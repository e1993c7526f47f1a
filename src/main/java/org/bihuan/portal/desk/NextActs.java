package org.bihuan.portal.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.ClockRun;
import org.bihuan.loop.cases.register.RegisterRow;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * What the reader may do, the act that moves the matter on before the others: whoever is due to act
 * sees at a glance how to stop the clock that runs against them.
 *
 * @param acts all of them
 * @param lead id of the first; absent if none stands out
 */
record NextActs(List<ActRule> acts, @Nullable String lead) {

  static NextActs of(
      CaseView file, Procedure procedure, List<RegisterRow> rows, List<ActRule> acts) {
    var owner = file.owner();
    var due = acts.stream().filter(act -> owner != null && act.who().contains(owner)).toList();
    if (due.size() == 1 && acts.size() == 1) {
      return new NextActs(acts, due.getFirst().id());
    }
    var ending = due.stream().filter(act -> endsAClock(act, file, procedure)).toList();
    Set<String> seen = new HashSet<>();
    rows.forEach(row -> Collections.addAll(seen, row.entry().from(), row.entry().to()));
    Predicate<ActRule> isNew = act -> act.to() != null && !seen.contains(act.to());
    Predicate<ActRule> goesOn = act -> !isEnd(act, procedure);
    var lead = first(ending, isNew.and(goesOn));
    return arranged(acts, lead == null ? first(ending, isNew) : lead);
  }

  private static NextActs arranged(List<ActRule> acts, @Nullable ActRule lead) {
    if (lead == null) {
      return new NextActs(acts, null);
    }
    var all = new ArrayList<>(acts);
    all.remove(lead);
    all.addFirst(lead);
    return new NextActs(List.copyOf(all), lead.id());
  }

  private static @Nullable ActRule first(List<ActRule> acts, Predicate<ActRule> which) {
    return acts.stream().filter(which).findFirst().orElse(null);
  }

  private static boolean isEnd(ActRule act, Procedure procedure) {
    var to = act.to() == null ? null : procedure.states().get(act.to());
    return to != null && to.end();
  }

  private static boolean endsAClock(ActRule act, CaseView file, Procedure procedure) {
    return file.clocks().stream()
        .filter(run -> run.status() != ClockRun.Status.ENDED)
        .map(run -> procedure.clocks().get(run.clock()))
        .filter(Objects::nonNull)
        .anyMatch(rule -> !Collections.disjoint(rule.ends(), act.effects().marks()));
  }
}
