package org.bihuan.loop.procedures;

import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Whether a procedure closes: no matter that runs on it can get lost. Every configuration a matter
 * can be in is visited: its state, which clocks run, have fired or stand still, whether it was
 * answered and confirmed, which single-use acts are spent. Conditions are taken both ways.
 */
public sealed interface Proof {

  /**
   * It closes.
   *
   * @param configurations how many were visited, over all variants
   * @param variants the procedure itself and each different set of clocks its items ask for
   * @param moves steps between configurations that were tried
   * @param longestWait the most acts the shortest way to any configuration takes
   */
  record Closes(int configurations, int variants, int moves, int longestWait) implements Proof {}

  /** It does not; the shortest path of each kind of failure, shortest first. */
  record Breaks(List<Counterexample> counterexamples) implements Proof {

    public Breaks {
      counterexamples = List.copyOf(counterexamples);
    }
  }

  /**
   * One way in which it fails to close.
   *
   * @param rule number of the rule in the design, 1 to 6
   * @param sentence what goes wrong
   * @param path names of the acts that lead there, from {@code open}; empty if nothing leads there
   * @param item the item whose clocks are at fault; absent for the procedure's own
   */
  record Counterexample(int rule, Text sentence, List<String> path, @Nullable String item) {

    public Counterexample {
      path = List.copyOf(path);
    }

    @Override
    public String toString() {
      return "rule %d%s: %s [%s]"
          .formatted(
              rule, item == null ? "" : " (" + item + ")", sentence.en(), String.join(" → ", path));
    }
  }

  /** Proves a procedure, alone and with the clocks of each of the items that run on it. */
  static Proof of(Procedure procedure, List<Item> items) {
    return Prover.prove(procedure, items);
  }
}
