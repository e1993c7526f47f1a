package org.bihuan.loop.procedures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Machine.Configuration.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a matter, by the same semantics as the kernel that moves cases: an act first
 * stops and resumes, then ends, then begins clocks.
 */
final class Machine {

  private final Procedure procedure;
  private final List<StateRule> states;
  private final List<ClockRule> clocks;
  private final List<String> onceActs;

  Machine(Procedure procedure) {
    this.procedure = procedure;
    this.states = List.copyOf(procedure.states().values());
    this.clocks = List.copyOf(procedure.clocks().values());
    this.onceActs =
        procedure.acts().values().stream()
            .filter(act -> act.has(ActRule.Flag.ONCE))
            .map(ActRule::id)
            .toList();
  }

  /**
   * One thing that can happen.
   *
   * @param act what is done
   * @param next where the matter stands after it
   * @param certain true if no condition can prevent it
   * @param automatic true if a clock does it
   * @param trouble what it does to a clock that cannot be done; absent if all is well
   */
  record Step(
      ActRule act, Configuration next, boolean certain, boolean automatic, @Nullable Text trouble) {

    /** The same step, its configuration seen as another. */
    Step to(Configuration seen) {
      return new Step(act, seen, certain, automatic, trouble);
    }
  }

  Procedure procedure() {
    return procedure;
  }

  StateRule state(Configuration at) {
    return states.get(at.state());
  }

  List<ClockRule> clocks() {
    return clocks;
  }

  /** The act that opens a matter; from here everything begins. */
  Step open() {
    var act = procedure.acts().get(ActRule.OPEN);
    if (act == null) {
      throw new IllegalArgumentException("a procedure without the act 'open'");
    }
    return step(act, new Configuration(-1, 0, 0, false, false), false);
  }

  List<Step> steps(Configuration at) {
    var steps = new ArrayList<Step>();
    for (var act : procedure.acts().values()) {
      if (!act.automatic() && possible(act, at)) {
        steps.add(step(act, at, false));
      }
    }
    for (int clock = 0; clock < clocks.size(); clock++) {
      if (at.mark(clock) == Mark.RUNNING) {
        for (var act : expiring(clock, at)) {
          steps.add(step(act, at.with(clock, Mark.FIRED), true));
        }
      }
    }
    return steps;
  }

  /**
   * The acts that may be done when a clock runs out here: the first that is possible, and while
   * those before it depend on conditions, the next ones too.
   */
  List<ActRule> expiring(int clock, Configuration at) {
    var acts = new ArrayList<ActRule>();
    for (var id : clocks.get(clock).expires()) {
      var act = procedure.acts().get(id);
      if (act != null && act.automatic() && possible(act, at)) {
        acts.add(act);
        if (act.when() == null) {
          break;
        }
      }
    }
    return acts;
  }

  private boolean possible(ActRule act, Configuration at) {
    if (!act.from().contains(state(at).id())) {
      return false;
    }
    int once = onceActs.indexOf(act.id());
    if (once >= 0 && (at.once() & (1 << once)) != 0) {
      return false;
    }
    for (int clock = 0; clock < clocks.size(); clock++) {
      if (act.effects().extended().contains(clocks.get(clock).id())
          && at.mark(clock) != Mark.RUNNING) {
        return false;
      }
    }
    return true;
  }

  private Step step(ActRule act, Configuration at, boolean automatic) {
    var troubles = new ArrayList<Text>();
    var after = moved(act, at);
    after = switched(act.effects().stops(), Mark.RUNNING, Mark.PAUSED, after, troubles);
    after = switched(act.effects().resumes(), Mark.PAUSED, Mark.RUNNING, after, troubles);
    after = marked(act.effects().marks(), after, troubles);
    var trouble = troubles.isEmpty() ? null : troubles.getFirst();
    return new Step(act, after, act.certain(), automatic, trouble);
  }

  private Configuration moved(ActRule act, Configuration at) {
    int to = act.to() == null ? at.state() : indexOf(act.to());
    boolean reopened = at.state() >= 0 && states.get(at.state()).end() && !states.get(to).end();
    int once = onceActs.indexOf(act.id());
    return new Configuration(
        to,
        at.clocks(),
        once < 0 ? at.once() : at.once() | (1 << once),
        act.has(ActRule.Flag.ANSWERS) || (at.answered() && !reopened),
        act.has(ActRule.Flag.CONFIRMS) || (at.confirmed() && !reopened));
  }

  private int indexOf(String state) {
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).id().equals(state)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no state " + state);
  }

  private Configuration marked(Set<String> marks, Configuration at, List<Text> troubles) {
    var after = at;
    for (int clock = 0; clock < clocks.size(); clock++) {
      if (meets(marks, clocks.get(clock).ends())) {
        after = after.with(clock, Mark.OFF);
      }
    }
    for (int clock = 0; clock < clocks.size(); clock++) {
      if (meets(marks, clocks.get(clock).begins())) {
        if (after.mark(clock) != Mark.OFF) {
          troubles.add(Sentences.begunTwice(clocks.get(clock)));
        }
        after = after.with(clock, Mark.RUNNING);
      }
    }
    return after;
  }

  private static boolean meets(Set<String> marks, Collection<String> moments) {
    for (var mark : marks) {
      if (moments.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Stops what runs or resumes what stands still; a clock that has run out is neither. */
  private Configuration switched(
      Set<String> ids, Mark from, Mark to, Configuration at, List<Text> troubles) {
    var after = at;
    for (int clock = 0; clock < clocks.size(); clock++) {
      if (ids.contains(clocks.get(clock).id())) {
        if (after.mark(clock) == from) {
          after = after.with(clock, to);
        } else {
          troubles.add(Sentences.wronglySwitched(clocks.get(clock), to == Mark.PAUSED));
        }
      }
    }
    return after;
  }

  /**
   * Where a matter can stand, as far as closing is concerned; packed, for there are many.
   *
   * @param state place of the state in the procedure
   * @param clocks three bits for each clock: its {@link Mark}
   * @param once one bit for each single-use act that is spent
   * @param answered true if an answer was given since it was opened or reopened
   * @param confirmed true if the person's word was had since then
   */
  record Configuration(int state, long clocks, int once, boolean answered, boolean confirmed) {

    private static final int BITS = 3;
    private static final Mark[] MARKS = Mark.values();

    /** How a clock stands. */
    enum Mark {
      OFF(0),
      RUNNING(1),
      /** Ran out and goes on, red. */
      FIRED(2),
      PAUSED(3);

      private final long bits;

      Mark(long bits) {
        this.bits = bits;
      }
    }

    Mark mark(int clock) {
      return MARKS[(int) (clocks >>> (clock * BITS)) & 7];
    }

    Configuration with(int clock, Mark mark) {
      long cleared = clocks & ~(7L << (clock * BITS));
      return new Configuration(
          state, cleared | (mark.bits << (clock * BITS)), once, answered, confirmed);
    }
  }
}
