package org.bihuan.loop.procedures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bihuan.loop.procedures.Machine.Configuration;
import org.bihuan.loop.procedures.Machine.Step;
import org.jspecify.annotations.Nullable;

/**
 * Every configuration that can be reached, breadth first, so that each path found is a shortest.
 */
final class Exploration {

  /** Far above any procedure people can follow; keeps a wild file from filling the memory. */
  static final int MOST = 200_000;

  private final Map<Configuration, Visit> visits = new LinkedHashMap<>();

  /** A configuration: how it was first reached, and what can happen there. */
  record Visit(Configuration at, @Nullable Visit before, String act, int length, List<Step> steps) {

    private Visit then(Step step, Configuration next) {
      return new Visit(next, this, step.act().id(), length + 1, new ArrayList<>());
    }
  }

  /**
   * Explores a machine.
   *
   * @param view how a configuration is seen; the identity for a proof, less for its control
   */
  Exploration(Machine machine, UnaryOperator<Configuration> view) {
    var waiting = new ArrayDeque<Visit>();
    var opened = view.apply(machine.open().next());
    meet(waiting, new Visit(opened, null, ActRule.OPEN, 1, new ArrayList<>()));
    while (!waiting.isEmpty() && visits.size() < MOST) {
      var visit = waiting.poll();
      for (var step : machine.steps(visit.at())) {
        var next = view.apply(step.next());
        visit.steps.add(step.to(next));
        if (!visits.containsKey(next)) {
          meet(waiting, visit.then(step, next));
        }
      }
    }
  }

  private void meet(ArrayDeque<Visit> waiting, Visit visit) {
    visits.put(visit.at(), visit);
    waiting.add(visit);
  }

  /** All visits, nearest first. */
  List<Visit> visits() {
    return List.copyOf(visits.values());
  }

  Visit visit(Configuration at) {
    var visit = visits.get(at);
    if (visit == null) {
      throw new IllegalArgumentException("not visited: " + at);
    }
    return visit;
  }

  /** Names of the acts that lead to a visit, and then the further ones. */
  static List<String> path(Visit visit, String... further) {
    var path = new ArrayList<String>();
    for (var at = visit; at != null; at = at.before()) {
      path.add(at.act());
    }
    Collections.reverse(path);
    path.addAll(List.of(further));
    return path;
  }

  /** The visits from which the ends can be reached by acts no condition can prevent. */
  Set<Configuration> leadingTo(List<Visit> ends) {
    var before = certainlyBefore();
    var leading = new HashSet<Configuration>();
    var waiting = new ArrayDeque<Configuration>();
    ends.forEach(end -> waiting.add(end.at()));
    leading.addAll(waiting);
    while (!waiting.isEmpty()) {
      for (var at : before.getOrDefault(waiting.poll(), List.of())) {
        if (leading.add(at)) {
          waiting.add(at);
        }
      }
    }
    return leading;
  }

  private Map<Configuration, List<Configuration>> certainlyBefore() {
    var before = new HashMap<Configuration, List<Configuration>>();
    for (var visit : visits.values()) {
      for (var step : visit.steps()) {
        if (step.certain()) {
          before.computeIfAbsent(step.next(), any -> new ArrayList<>()).add(visit.at());
        }
      }
    }
    return before;
  }
}
