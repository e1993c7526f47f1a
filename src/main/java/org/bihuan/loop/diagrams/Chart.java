package org.bihuan.loop.diagrams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ClockRule;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.StateRule;

/**
 * What a diagram shows: a box for each state, an arrow for each way between two.
 *
 * @param boxes in the order of the file
 * @param arrows between two different boxes
 */
record Chart(List<Box> boxes, List<Arrow> arrows) {

  /** Acts that lead to one end from more states than this are written into the boxes. */
  private static final int MOST_ARROWS = 3;

  private static final int ACTS_IN_LINE = 3;

  /** A state with the clocks that can run out in it and what can be done without leaving it. */
  record Box(StateRule state, List<String> clocks, List<String> acts) {}

  /** One or several acts from one state to another, done by people or by clocks. */
  record Arrow(String from, String to, boolean automatic, List<Text> labels) {}

  private record Way(String from, String to, boolean automatic) {}

  static Chart of(Procedure procedure) {
    var boxes = procedure.states().values().stream().map(state -> box(procedure, state)).toList();
    Map<Way, List<Text>> ways = new LinkedHashMap<>();
    for (var act : procedure.acts().values()) {
      for (var from : procedure.states().keySet()) {
        var to = act.to();
        if (to != null && act.from().contains(from) && !to.equals(from) && !everywhere(act)) {
          var way = new Way(from, to, act.automatic());
          ways.computeIfAbsent(way, any -> new ArrayList<>()).add(act.title());
        }
      }
    }
    var arrows = new ArrayList<Arrow>();
    ways.forEach((way, titles) -> arrows.add(new Arrow(way.from, way.to, way.automatic, titles)));
    return new Chart(boxes, arrows);
  }

  private static boolean everywhere(ActRule act) {
    return act.from().size() > MOST_ARROWS;
  }

  private static Box box(Procedure procedure, StateRule state) {
    var clocks =
        procedure.clocks().values().stream()
            .filter(clock -> expiresIn(procedure, clock, state))
            .map(Chart::badge)
            .toList();
    var acts = new ArrayList<String>();
    for (var act : procedure.acts().values()) {
      boolean here = act.from().contains(state.id());
      if (here && (act.to() == null || act.to().equals(state.id()))) {
        acts.add("· " + act.title().zh());
      } else if (here && everywhere(act)) {
        acts.add("→ " + act.title().zh());
      } else if (everywhere(act) && state.id().equals(act.to())) {
        acts.add("← " + act.title().zh());
      }
    }
    return new Box(state, clocks, lines(acts));
  }

  private static boolean expiresIn(Procedure procedure, ClockRule clock, StateRule state) {
    return clock.expires().stream()
        .map(procedure.acts()::get)
        .anyMatch(act -> act != null && act.from().contains(state.id()));
  }

  private static String badge(ClockRule clock) {
    return clock.title().zh()
        + " "
        + clock.tiers().stream()
            .map(tier -> Ink.limit(tier.limit()).zh())
            .collect(Collectors.joining("／"));
  }

  private static List<String> lines(List<String> acts) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < acts.size(); i += ACTS_IN_LINE) {
      lines.add(String.join("　", acts.subList(i, Math.min(acts.size(), i + ACTS_IN_LINE))));
    }
    return lines;
  }
}
