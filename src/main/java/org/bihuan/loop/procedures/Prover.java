package org.bihuan.loop.procedures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Exploration.Visit;
import org.bihuan.loop.procedures.Machine.Configuration;
import org.bihuan.loop.procedures.Machine.Configuration.Mark;
import org.bihuan.loop.procedures.Machine.Step;
import org.bihuan.loop.procedures.Proof.Counterexample;
import org.jspecify.annotations.Nullable;

/** Checks the six rules in every configuration a procedure can reach. */
final class Prover {

  /** Those who do the work, the clock among them; what they say about it confirms nothing. */
  private static final List<Role> DOERS =
      List.of(Role.HANDLER, Role.DISPATCHER, Role.APPROVER, Role.SYSTEM);

  private final Machine machine;
  private final Exploration exploration;
  private final @Nullable String item;
  private final Map<String, Counterexample> found = new LinkedHashMap<>();

  private Prover(Procedure procedure, @Nullable String item, UnaryOperator<Configuration> view) {
    this.machine = new Machine(procedure);
    this.exploration = new Exploration(machine, view);
    this.item = item;
  }

  static Proof prove(Procedure procedure, List<Item> items) {
    return prove(procedure, items, UnaryOperator.identity());
  }

  /** As above, but configurations are seen through the view: the control of the tests. */
  static Proof prove(Procedure procedure, List<Item> items, UnaryOperator<Configuration> view) {
    var provers = new ArrayList<Prover>();
    provers.add(new Prover(procedure, null, view));
    for (var variant : Item.distinct(procedure, items).entrySet()) {
      provers.add(new Prover(variant.getValue(), variant.getKey(), view));
    }
    var all = new LinkedHashMap<String, Counterexample>();
    provers.forEach(prover -> prover.check().forEach(all::putIfAbsent));
    unreached(procedure, provers, all);
    return all.isEmpty() ? closes(provers) : breaks(all);
  }

  private static Proof closes(List<Prover> provers) {
    var visits = provers.stream().flatMap(p -> p.exploration.visits().stream()).toList();
    return new Proof.Closes(
        visits.size(),
        provers.size(),
        visits.stream().mapToInt(visit -> visit.steps().size()).sum(),
        visits.stream().mapToInt(Visit::length).max().orElse(0));
  }

  private static Proof breaks(Map<String, Counterexample> all) {
    return new Proof.Breaks(
        all.values().stream()
            .sorted(
                Comparator.comparingInt((Counterexample c) -> c.path().size())
                    .thenComparingInt(Counterexample::rule))
            .toList());
  }

  /** Rule 1, first half, over all variants: a state may exist for some items only. */
  private static void unreached(
      Procedure procedure, List<Prover> provers, Map<String, Counterexample> all) {
    var reached = new HashSet<String>();
    for (var prover : provers) {
      prover.exploration.visits().forEach(v -> reached.add(prover.machine.state(v.at()).id()));
    }
    for (var state : procedure.states().values()) {
      if (!reached.contains(state.id())) {
        var sentence = Sentences.unreachable(state);
        all.put("1" + sentence.en(), new Counterexample(1, sentence, List.of(), null));
      }
    }
  }

  private Map<String, Counterexample> check() {
    var visits = exploration.visits();
    if (visits.size() >= Exploration.MOST) {
      add(1, Sentences.tooLarge(Exploration.MOST), visits.getFirst());
      return found;
    }
    var ends = visits.stream().filter(visit -> machine.state(visit.at()).end()).toList();
    var leading = exploration.leadingTo(ends);
    for (var visit : visits) {
      if (!leading.contains(visit.at())) {
        add(1, Sentences.noEnd(machine.state(visit.at())), visit);
      }
      each(visit);
    }
    var loops = new Loops();
    visits.forEach(visit -> loops.follow(visit, visit));
    people(visits);
    return found;
  }

  private void each(Visit visit) {
    if (machine.state(visit.at()).end()) {
      end(visit);
    } else {
      waiting(visit);
    }
    troubles(visit);
  }

  private void add(int rule, Text sentence, Visit visit, String... further) {
    found.putIfAbsent(
        rule + sentence.en(),
        new Counterexample(rule, sentence, Exploration.path(visit, further), item));
  }

  /** Rule 2 and 3: somebody and a clock in every configuration that is not an end. */
  private void waiting(Visit visit) {
    var state = machine.state(visit.at());
    if (state.owner() == null) {
      add(2, Sentences.noOwner(state), visit);
    }
    var running = clocks(visit, Mark.RUNNING);
    running.forEach(clock -> expiry(visit, clock));
    boolean red = !clocks(visit, Mark.FIRED).isEmpty();
    if (running.isEmpty() && !(state.owner() == Role.LEADER && red)) {
      add(2, Sentences.noClock(state, red), visit);
    }
    if (state.owner() == Role.APPLICANT
        && running.stream().noneMatch(clock -> leaves(clock, visit))) {
      add(3, Sentences.waitsForever(state), visit);
    }
  }

  private List<Integer> clocks(Visit visit, Mark mark) {
    return IntStream.range(0, machine.clocks().size())
        .filter(clock -> visit.at().mark(clock) == mark)
        .boxed()
        .toList();
  }

  /** Whether the matter surely leaves its state when the clock runs out. */
  private boolean leaves(int clock, Visit visit) {
    var acts = machine.expiring(clock, visit.at());
    var state = machine.state(visit.at()).id();
    return !acts.isEmpty()
        && acts.stream().allMatch(act -> act.to() != null && !act.to().equals(state));
  }

  private void expiry(Visit visit, int clock) {
    var acts = machine.expiring(clock, visit.at());
    if (acts.isEmpty() || acts.getLast().when() != null) {
      add(2, Sentences.noExpiry(machine.clocks().get(clock), machine.state(visit.at())), visit);
    }
  }

  /** Rule 4 and the first part of 5: nothing is owed at an end. */
  private void end(Visit visit) {
    var state = machine.state(visit.at());
    if (!visit.at().answered()) {
      add(4, Sentences.unanswered(state), visit);
    }
    if (machine.procedure().confirmed().contains(state.id()) && !visit.at().confirmed()) {
      add(4, Sentences.unconfirmed(state), visit);
    }
    for (int clock = 0; clock < machine.clocks().size(); clock++) {
      if (visit.at().mark(clock) != Mark.OFF) {
        add(5, Sentences.leftRunning(machine.clocks().get(clock), state), visit);
      }
    }
  }

  private void troubles(Visit visit) {
    for (var step : visit.steps()) {
      if (step.trouble() != null) {
        add(5, step.trouble(), visit, step.act().id());
      }
    }
  }

  /** Rule 5, last part: what clocks do by themselves comes to rest. */
  private final class Loops {

    private final Set<Configuration> done = new HashSet<>();
    private final Map<Configuration, Integer> under = new HashMap<>();
    private final List<String> acts = new ArrayList<>();

    void follow(Visit start, Visit visit) {
      var since = under.get(visit.at());
      if (since != null) {
        var loop = acts.subList(since, acts.size());
        add(5, Sentences.loop(loop), start, acts.toArray(String[]::new));
      } else if (!done.contains(visit.at())) {
        under.put(visit.at(), acts.size());
        visit.steps().stream().filter(Step::automatic).forEach(step -> follow(start, step));
        under.remove(visit.at());
        done.add(visit.at());
      }
    }

    private void follow(Visit start, Step step) {
      acts.add(step.act().id());
      follow(start, exploration.visit(step.next()));
      acts.removeLast();
    }
  }

  /** Rule 6: people, and never the wrong ones. */
  private void people(List<Visit> visits) {
    for (var act : machine.procedure().acts().values()) {
      var sentence = misplaced(act);
      if (sentence != null) {
        var path = pathTo(act, visits);
        found.putIfAbsent(6 + sentence.en(), new Counterexample(6, sentence, path, item));
      }
    }
  }

  private static List<String> pathTo(ActRule act, List<Visit> visits) {
    for (var visit : visits) {
      for (var step : visit.steps()) {
        if (step.act().id().equals(act.id())) {
          return Exploration.path(visit, act.id());
        }
      }
    }
    return List.of(act.id());
  }

  /** What is wrong with who may do the act, or nothing. */
  private static @Nullable Text misplaced(ActRule act) {
    if (act.who().isEmpty()) {
      return Sentences.nobody(act);
    }
    if (!act.has(ActRule.Flag.CONFIRMS)) {
      return null;
    }
    for (var doer : DOERS) {
      if (act.who().contains(doer)) {
        return Sentences.confirmsOwnWork(act, doer);
      }
    }
    return act.has(ActRule.Flag.FRESH) ? null : notFresh(act);
  }

  private static @Nullable Text notFresh(ActRule act) {
    for (var role : act.who()) {
      if (!speaksForPerson(act, role)) {
        return Sentences.notFresh(act, role);
      }
    }
    return null;
  }

  /** The person, or the window writing down the person's own word. */
  private static boolean speaksForPerson(ActRule act, Role role) {
    return role == Role.APPLICANT || (role == Role.CLERK && act.who().contains(Role.APPLICANT));
  }
}
