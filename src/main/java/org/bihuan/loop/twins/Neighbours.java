package org.bihuan.loop.twins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The closest of earlier matters vote, each as strongly as it is alike. */
final class Neighbours {

  private Neighbours() {}

  /**
   * An earlier matter and how alike its text is.
   *
   * @param label what it was
   * @param alike 0 to 1
   * @param matters the earlier one; empty for what is no matter
   */
  record Neighbour<T>(String label, double alike, List<T> matters) {}

  /**
   * What the closest speak for, the strongest first, with those that speak for it; nothing where
   * all are alike only in what they leave unsaid.
   */
  static <T> List<Map.Entry<String, List<Neighbour<T>>>> vote(
      List<Neighbour<T>> all, TwinRules.Limits limits) {
    if (all.stream().allMatch(neighbour -> neighbour.alike() < limits.speaks())) {
      return List.of();
    }
    var votes = new LinkedHashMap<String, List<Neighbour<T>>>();
    all.stream()
        .filter(neighbour -> neighbour.alike() > 0)
        .sorted(Comparator.comparingDouble((Neighbour<T> n) -> n.alike()).reversed())
        .limit(limits.neighbours())
        .forEach(n -> votes.computeIfAbsent(n.label(), _ -> new ArrayList<>()).add(n));
    return votes.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, List<Neighbour<T>>> vote) -> strength(vote.getValue()))
                .reversed())
        .toList();
  }

  /** Twice as alike counts four times: one that says the same outweighs several that say less. */
  static <T> double strength(List<Neighbour<T>> voters) {
    return voters.stream().mapToDouble(voter -> Math.pow(voter.alike(), 2)).sum();
  }
}
