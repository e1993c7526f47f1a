package org.bihuan.loop.cases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A matter in memory that moves by the rules alone; each step gives a new one. */
record TestingMatter(Procedure procedure, CaseFile file, Instant now, boolean openChildren) {

  static final UUID ID = UUID.fromString("00000000-0000-7000-8000-0000000000c0");
  static final Set<String> UNITS = Set.of(CaseFixtures.UNIT, "city-management");
  static final WorkCalendar CALENDAR = WorkCalendar.shipped();

  static TestingMatter opened(String procedure, @Nullable String item) {
    return opened(procedure, item, Map.of());
  }

  static TestingMatter opened(
      String procedure, @Nullable String item, Map<String, Boolean> circumstances) {
    var facts = CaseJson.object();
    circumstances.forEach(facts::put);
    return opened(procedure, item, facts);
  }

  /** Opened with further facts. */
  static TestingMatter opened(String procedure, @Nullable String item, ObjectNode further) {
    var rules = CaseFixtures.PROCEDURES.resolve(procedure, 1, item);
    var plain = CaseFixtures.opening(new CaseId(ID), procedure, null);
    plain.facts().setAll(further);
    var opening =
        new Opening(
            plain.id(),
            procedure,
            item,
            plain.title(),
            plain.area(),
            plain.unit(),
            plain.applicant(),
            plain.channel(),
            null,
            plain.facts(),
            plain.actor());
    int lane = opening.id().lane();
    var lanes = Map.of(lane, new CaseSql.Lane(lane, 0, LocalDate.of(2026, 11, 23), 0));
    var desk = new Desk(140213, new CaseSql.Locked(lanes, Map.of(), Map.of()));
    var code = CaseCode.random(new Random(1));
    var blank = desk.blank(opening, rules, code, CaseFixtures.MONDAY);
    var outcome = CaseRules.open(rules, blank, opening, situation(CaseFixtures.MONDAY, false));
    return new TestingMatter(rules, moved(outcome).next(), CaseFixtures.MONDAY, false);
  }

  private static CaseRules.Situation situation(Instant now, boolean openChildren) {
    return new CaseRules.Situation(
        now,
        CALENDAR,
        CaseFixtures.CONDITIONS,
        CaseFixtures.FORMS,
        UNITS::contains,
        String::equals,
        openChildren,
        _ -> false);
  }

  private static Outcome.Moved moved(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved moved -> moved;
      case Outcome.Denied denied -> throw new AssertionError(denied.toString());
    };
  }

  TestingMatter later(Duration by) {
    return at(now.plus(by));
  }

  TestingMatter at(Instant when) {
    return new TestingMatter(procedure, file, when, openChildren);
  }

  TestingMatter withOpenChildren() {
    return new TestingMatter(procedure, file, now, true);
  }

  Outcome tries(Act act) {
    return CaseRules.decide(procedure, file, act, situation(now, openChildren));
  }

  /** What comes of an act: accepted, or the name of the refusal. */
  String tried(Act act) {
    return switch (tries(act)) {
      case Outcome.Moved _ -> "accepted";
      case Outcome.Denied denied -> denied.refusal().code();
    };
  }

  String tried(String act, Actor actor) {
    return tried(act(act, actor));
  }

  /**
   * The act with facts its form takes and a reason; an inner one as a door of the house does it.
   */
  Act act(String name, Actor actor) {
    var rule = procedure.acts().get(name);
    var by = rule != null && rule.has(ActRule.Flag.INNER) ? Act.HOUSE : null;
    return new Act(file.id(), name, actor, null, "理由充分", facts(name), by);
  }

  TestingMatter does(Act act) {
    return new TestingMatter(procedure, moved(tries(act)).next(), now, openChildren);
  }

  /** Somebody who may do the act and has done nothing else yet does it. */
  TestingMatter does(String act) {
    return does(act(act, doer(rule(act))));
  }

  TestingMatter doesAll(String... acts) {
    var matter = this;
    for (var act : acts) {
      matter = matter.does(act);
    }
    return matter;
  }

  /** The clock goes on until this one runs out, and it rings. */
  TestingMatter ranOut(String clock, String act) {
    var due = run(clock).due().at();
    return (due.isAfter(now) ? at(due) : this).does(alarm(clock, act));
  }

  Act alarm(String clock, String act) {
    return new Act(file.id(), act, Actor.CLOCK, file.version(), null, CaseJson.object(), clock);
  }

  ClockRun run(String clock) {
    return file.clocks().stream()
        .filter(run -> run.clock().equals(clock))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new AssertionError(clock + " never began"));
  }

  Optional<ClockRun> armed(String clock) {
    return file.open(clock).filter(ClockRun::armed);
  }

  ActRule rule(String act) {
    return Optional.ofNullable(procedure.acts().get(act)).orElseThrow(AssertionError::new);
  }

  Actor doer(ActRule rule) {
    return doer(rule, rule.who().stream().sorted().findFirst().orElseThrow());
  }

  /** Another person for each act, so that who did what hinders nobody. */
  Actor doer(ActRule rule, Role role) {
    var id = UUID.nameUUIDFromBytes((rule.id() + role).getBytes(StandardCharsets.UTF_8));
    return switch (role) {
      case APPLICANT -> CaseFixtures.person();
      case SYSTEM -> Actor.CLOCK;
      default -> new Actor(id, role.code(), Set.of(role), file.unit());
    };
  }

  private ObjectNode facts(String act) {
    var rule = procedure.acts().get(act);
    var facts = CaseJson.object();
    if (rule != null && rule.form() != null) {
      var form = rule.form();
      form.path("required").forEach(name -> facts.set(name.asString(), fact(form, name)));
    }
    return facts;
  }

  private static JsonNode fact(JsonNode form, JsonNode name) {
    var question = form.path("properties").path(name.asString());
    var choices = question.path("enum");
    if (choices.isArray()) {
      return choices.get(0);
    }
    return CaseJson.object()
        .put("unit", "city-management")
        .put("text", "这是一段足够长的说明文字。")
        .path(question.has("x-units") ? "unit" : "text");
  }

  /** The clocks that no moment has ended yet. */
  Map<String, ClockRun.Status> open() {
    var open = new TreeMap<String, ClockRun.Status>();
    file.clocks().stream()
        .filter(ClockRun::open)
        .forEach(run -> open.put(run.clock(), run.status()));
    return open;
  }
}
