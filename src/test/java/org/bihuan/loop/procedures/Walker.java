package org.bihuan.loop.procedures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bihuan.foundation.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A second, naive reading of the semantics, sharing nothing with the proof: one matter walks at
 * random and complains as soon as it could get lost.
 */
final class Walker {

  private final Procedure procedure;
  private final Random random;
  private final List<String> path = new ArrayList<>();
  private final Map<String, String> clocks = new HashMap<>();
  private final Set<String> spent = new HashSet<>();
  private String state = "";
  private boolean answered;
  private boolean confirmed;

  Walker(Procedure procedure, Random random) {
    this.procedure = procedure;
    this.random = random;
  }

  /** Walks from {@code open}; gives the first complaint, or nothing. */
  @Nullable String walk(int steps) {
    var complaint = take("open");
    for (int i = 0; i < steps && complaint == null; i++) {
      var running = clocks.keySet().stream().filter(c -> "runs".equals(clocks.get(c))).sorted();
      var choices = new ArrayList<>(running.map(clock -> "!" + clock).toList());
      procedure.acts().values().stream().filter(this::byHand).forEach(act -> choices.add(act.id()));
      if (choices.isEmpty()) {
        return rule(procedure.states().get(state)).end() ? null : "nothing can happen " + path;
      }
      var choice = choices.get(random.nextInt(choices.size()));
      complaint = choice.startsWith("!") ? runOut(choice.substring(1)) : take(choice);
    }
    return complaint;
  }

  private static <T> T rule(@Nullable T rule) {
    if (rule == null) {
      throw new AssertionError("no such rule");
    }
    return rule;
  }

  private boolean byHand(ActRule act) {
    return !act.automatic()
        && act.from().contains(state)
        && !spent.contains(act.id())
        && act.effects().extended().stream().allMatch(c -> "runs".equals(clocks.get(c)));
  }

  private @Nullable String runOut(String clock) {
    clocks.put(clock, "red");
    for (var id : rule(procedure.clocks().get(clock)).expires()) {
      var act = rule(procedure.acts().get(id));
      if (act.from().contains(state)) {
        return take(id);
      }
    }
    return clock + " runs out and nothing happens " + path;
  }

  private @Nullable String take(String id) {
    var act = rule(procedure.acts().get(id));
    path.add(id);
    var before = procedure.states().get(state);
    if (act.to() != null) {
      state = act.to();
    }
    var after = rule(procedure.states().get(state));
    if (before != null && before.end() && !after.end()) {
      answered = false;
      confirmed = false;
    }
    answered |= act.has(ActRule.Flag.ANSWERS);
    confirmed |= act.has(ActRule.Flag.CONFIRMS);
    if (act.has(ActRule.Flag.ONCE)) {
      spent.add(id);
    }
    var trouble = turn(act);
    return trouble == null ? complaint(after) : trouble + " " + path;
  }

  private @Nullable String turn(ActRule act) {
    for (var clock : act.effects().stops()) {
      if (!clocks.replace(clock, "runs", "stands")) {
        return clock + " stopped";
      }
    }
    for (var clock : act.effects().resumes()) {
      if (!clocks.replace(clock, "stands", "runs")) {
        return clock + " resumed";
      }
    }
    for (var clock : procedure.clocks().values()) {
      if (clock.ends().stream().anyMatch(act.effects().marks()::contains)) {
        clocks.remove(clock.id());
      }
    }
    for (var clock : procedure.clocks().values()) {
      if (clock.begins().stream().anyMatch(act.effects().marks()::contains)
          && clocks.put(clock.id(), "runs") != null) {
        return clock.id() + " begun twice";
      }
    }
    return null;
  }

  private @Nullable String complaint(StateRule at) {
    if (at.end()) {
      boolean owed = procedure.confirmed().contains(at.id()) && !confirmed;
      return answered && clocks.isEmpty() && !owed ? null : "something is owed at the end " + path;
    }
    boolean runs = clocks.containsValue("runs");
    boolean last = at.owner() == Role.LEADER && clocks.containsValue("red");
    return at.owner() != null && (runs || last) ? null : "lost in " + at.id() + " " + path;
  }
}
