package org.bihuan.loop.procedures;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bihuan.loop.procedures.Faults.Fault;
import org.jspecify.annotations.Nullable;

/** Checks that every name a procedure uses is the name of something in it. */
final class References {

  /** The proof packs a configuration into machine words. */
  private static final int CLOCKS = 20;

  private static final int ONCE_ACTS = 30;

  private final Procedure procedure;
  private final Faults faults;
  private final Set<String> marked = new HashSet<>();

  References(Procedure procedure, Faults faults) {
    this.procedure = procedure;
    this.faults = faults;
    procedure.acts().values().forEach(act -> marked.addAll(act.effects().marks()));
  }

  void check() {
    procedure.acts().values().forEach(this::act);
    procedure.clocks().values().forEach(this::clock);
    states("confirmed", procedure.confirmed());
    for (var end : procedure.confirmed()) {
      var state = procedure.states().get(end);
      if (state != null && !state.end()) {
        faults.add(Fault.NOT_AN_END, "confirmed", end);
      }
    }
    opening();
    size();
  }

  private void act(ActRule act) {
    var at = "acts." + act.id();
    states(at + ".from", act.from());
    states(at + ".to", act.to() == null ? Set.of() : Set.of(act.to()));
    acts(at + ".otherThan", act.otherThan());
    gate(at, act.gate());
    if (act.has(ActRule.Flag.PLACED) && !act.has(ActRule.Flag.INNER)) {
      faults.add(Fault.MISSING, at + ".flags", "inner");
    }
    unit(at + ".by", act.by());
    var effects = act.effects();
    unit(at + ".hands", effects.hands());
    moments(at + ".since", effects.since() == null ? Set.of() : Set.of(effects.since()));
    clocks(at + ".stops", effects.stops());
    clocks(at + ".resumes", effects.resumes());
    clocks(at + ".extends", effects.extended());
    extensions(at + ".extends", effects.extended());
  }

  private void gate(String at, ActRule.Gate gate) {
    if (gate.of() != null) {
      moments(at + ".of", Set.of(gate.of()));
      if (gate.within() == null) {
        faults.add(Fault.MISSING, at, "within");
      }
    }
    if (gate.instead() != null) {
      acts(at + ".instead", Set.of(gate.instead()));
      var other = procedure.acts().get(gate.instead());
      if (other != null && (other.when() == null || !other.has(ActRule.Flag.INNER))) {
        faults.add(Fault.MISSING, "acts." + other.id(), "when, and the flag inner");
      }
    }
  }

  /** A unit that a fact names must be known from the opening on, or nobody could act. */
  private void unit(String at, @Nullable String fact) {
    if (fact == null) {
      return;
    }
    boolean unit = procedure.form().path("properties").path(fact).path("x-units").asBoolean(false);
    boolean required =
        procedure.form().path("required").values().stream()
            .anyMatch(name -> name.asString("").equals(fact));
    if (!unit || !required) {
      faults.add(Fault.NO_UNIT, at, fact);
    }
  }

  private void extensions(String at, Collection<String> extended) {
    for (var id : extended) {
      var clock = procedure.clocks().get(id);
      if (clock != null && clock.extension() == null) {
        faults.add(Fault.NO_EXTENSION, at, id);
      }
    }
  }

  private void clock(ClockRule clock) {
    var at = "clocks." + clock.id();
    moments(at + ".begins", clock.begins());
    moments(at + ".ends", clock.ends());
    acts(at + ".expires", clock.expires());
    if (clock.begins().isEmpty()) {
      faults.add(Fault.MISSING, at, "begins");
    }
  }

  private void opening() {
    var open = procedure.acts().get(ActRule.OPEN);
    if (open == null) {
      faults.add(Fault.MISSING, "acts", ActRule.OPEN);
      return;
    }
    if (!open.from().isEmpty() || open.to() == null) {
      faults.add(Fault.OPENING, "acts.open", "has a 'to' and no 'from'");
    }
    for (var act : procedure.acts().values()) {
      if (act.from().isEmpty() && !act.id().equals(ActRule.OPEN)) {
        faults.add(Fault.MISSING, "acts." + act.id(), "from");
      }
    }
  }

  private void size() {
    if (procedure.clocks().size() > CLOCKS) {
      faults.add(Fault.TOO_MANY, "clocks", "clocks (" + CLOCKS + ")");
    }
    if (procedure.acts().values().stream().filter(act -> act.has(ActRule.Flag.ONCE)).count()
        > ONCE_ACTS) {
      faults.add(Fault.TOO_MANY, "acts", "acts with the flag once (" + ONCE_ACTS + ")");
    }
  }

  private void states(String at, Collection<String> names) {
    known(Fault.UNKNOWN_STATE, at, names, procedure.states().keySet());
  }

  private void acts(String at, Collection<String> names) {
    known(Fault.UNKNOWN_ACT, at, names, procedure.acts().keySet());
  }

  private void clocks(String at, Collection<String> names) {
    known(Fault.UNKNOWN_CLOCK, at, names, procedure.clocks().keySet());
  }

  private void moments(String at, Collection<String> names) {
    known(Fault.UNKNOWN_MOMENT, at, names, marked);
  }

  private void known(Fault fault, String at, Collection<String> names, Set<String> known) {
    names.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> faults.add(fault, at, name));
  }

  /** Checks that an item speaks of clocks, moments and fields its procedure knows. */
  static void ofItem(Item item, @Nullable Procedure procedure, Faults faults) {
    if (procedure == null) {
      faults.add(Fault.UNKNOWN_PROCEDURE, item.code() + ".procedure", item.procedure());
      return;
    }
    var references = new References(procedure, faults);
    item.clocks()
        .forEach(
            (id, clock) -> {
              var at = item.code() + ".clocks." + id;
              references.clocks(at, Set.of(id));
              references.moments(at + ".begins", clock.begins());
            });
    itemFields(item, procedure, faults);
    presets(item, procedure, item.presets().fixed(), faults);
    presets(item, procedure, item.presets().suggested(), faults);
  }

  private static void presets(
      Item item, Procedure procedure, Map<String, String> presets, Faults faults) {
    presets.forEach(
        (name, value) -> {
          var choices = procedure.form().path("properties").path(name).path("x-labels");
          if (!choices.has(value)) {
            faults.add(Fault.BAD_SCHEMA, item.code() + "." + name, "no choice '" + value + "'");
          }
        });
  }

  private static void itemFields(Item item, Procedure procedure, Faults faults) {
    if (item.form() == null) {
      return;
    }
    var asked = procedure.form().path("properties");
    for (var name : item.form().path("properties").propertyNames()) {
      if (asked.has(name)) {
        faults.add(Fault.DUPLICATE, item.code() + ".form.properties." + name, name);
      }
    }
  }
}
