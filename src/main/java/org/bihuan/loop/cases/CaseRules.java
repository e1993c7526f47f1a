package org.bihuan.loop.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseFile.Memory;
import org.bihuan.loop.cases.Outcome.Denied;
import org.bihuan.loop.cases.Outcome.Draft;
import org.bihuan.loop.cases.Outcome.Moved;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ActRule.Flag;
import org.bihuan.loop.procedures.Conditions;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The life of a matter: one pure function from file and act to the file after it, or to a refusal.
 * It interprets the procedure and knows nothing else: no database, no clock of its own.
 */
final class CaseRules {

  private static final ObjectNode NO_QUESTIONS =
      CaseJson.object().put("type", "object").put("additionalProperties", false);

  private CaseRules() {}

  /**
   * What the rules may know besides the matter itself.
   *
   * @param now the one instant of the act
   * @param calendar the working days in force
   * @param conditions evaluates the procedures' conditions
   * @param forms checks facts against forms
   * @param units tells whether a unit exists and is in use
   * @param beneath tells whether a unit is another or lies beneath it
   * @param openChildren whether matters opened under this one are still open
   * @param touched tells whether somebody worked on a matter that belongs to this one
   */
  record Situation(
      Instant now,
      WorkCalendar calendar,
      Conditions conditions,
      Forms forms,
      Predicate<String> units,
      BiPredicate<String, String> beneath,
      boolean openChildren,
      Predicate<UUID> touched) {}

  /** Decides an act; changes nothing. */
  static Outcome decide(Procedure procedure, CaseFile file, Act act, Situation now) {
    var named = procedure.acts().get(act.name());
    if (named == null || named.id().equals(ActRule.OPEN)) {
      return new Denied(Refusal.UNKNOWN_ACT);
    }
    if (!Hindrance.warranted(procedure, named, act)) {
      return new Denied(Refusal.NOT_ALLOWED);
    }
    var rule = inPlace(procedure, named, file, now);
    var refusal = Hindrance.of(procedure, rule, file, act, now);
    if (refusal != null) {
      return new Denied(refusal, Hindrance.errors(refusal, rule, file, now));
    }
    var errors = now.forms().check(rule.form() == null ? NO_QUESTIONS : rule.form(), act.facts());
    if (!errors.isEmpty()) {
      return new Denied(Refusal.INVALID_FACTS, errors);
    }
    var unfit = unfit(rule, file.memory().facts(), act, now);
    return unfit != null ? unfit : move(procedure, rule, file, ruled(rule, act), now);
  }

  /** The act that is done when this one is asked for. */
  private static ActRule inPlace(Procedure procedure, ActRule rule, CaseFile file, Situation now) {
    var other = rule.gate().instead() == null ? null : procedure.acts().get(rule.gate().instead());
    return other != null && now.conditions().holds(other.when(), file.given(procedure))
        ? other
        : rule;
  }

  /** A ruling is remembered, so that the unit it names cannot give the matter back. */
  private static Act ruled(ActRule rule, Act act) {
    return rule.has(Flag.RULES)
        ? act.telling(CaseFile.RULED, act.facts().path("unit").asString(""))
        : act;
  }

  /** What no form can say: the database must be able to keep it, and a named unit must exist. */
  private static @Nullable Denied unfit(ActRule rule, ObjectNode facts, Act act, Situation now) {
    if (!CaseJson.storable(act.note())) {
      return new Denied(Refusal.INVALID_FACTS, List.of(unstorable("note")));
    }
    for (var fact : act.facts().properties()) {
      if (!CaseJson.storable(fact.getKey()) || !CaseJson.storable(fact.getValue())) {
        return new Denied(Refusal.INVALID_FACTS, List.of(unstorable("facts." + fact.getKey())));
      }
    }
    if (!rule.has(Flag.ASSIGNS)) {
      return null;
    }
    var unit = act.facts().path("unit").asString("");
    if (!now.units().test(unit)) {
      return new Denied(Refusal.UNKNOWN_UNIT);
    }
    boolean kept = now.beneath().test(unit, facts.path(CaseFile.REPORTED).asString(""));
    return kept ? new Denied(Refusal.KEPT_FROM_UNIT) : null;
  }

  private static FieldError unstorable(String field) {
    return new FieldError(
        field,
        "unstorable",
        new Text("含有无法保存的字符或数值", "Holds a character or number that cannot be kept"));
  }

  /** The matter as its opening makes it; the opening's form has been checked by the one window. */
  static Outcome open(Procedure procedure, CaseFile blank, Opening opening, Situation now) {
    var rule = opening(procedure);
    var act =
        new Act(opening.id(), ActRule.OPEN, opening.actor(), null, null, opening.facts(), null);
    if (Hindrance.role(rule, blank, opening.actor()).isEmpty()
        || !Hindrance.inOwnName(rule, opening)) {
      return new Denied(Refusal.NOT_ALLOWED);
    }
    if (now.beneath().test(blank.unit(), opening.facts().path(CaseFile.REPORTED).asString(""))) {
      return new Denied(Refusal.KEPT_FROM_UNIT);
    }
    if (!CaseJson.storable(opening.title())) {
      return new Denied(Refusal.INVALID_FACTS, List.of(unstorable("title")));
    }
    var unfit = unfit(rule, opening.facts(), act, now);
    return unfit != null ? unfit : move(procedure, rule, blank, act, now);
  }

  private static ActRule opening(Procedure procedure) {
    var rule = procedure.acts().get(ActRule.OPEN);
    if (rule == null) {
      throw new IllegalStateException("a proved procedure opens: " + procedure.id());
    }
    return rule;
  }

  private static Moved move(
      Procedure procedure, ActRule rule, CaseFile file, Act act, Situation now) {
    var role = Hindrance.role(rule, file, act.actor()).orElseThrow();
    var to = rule.to() == null ? file.state() : rule.to();
    var memory = remember(rule, file, act, now);
    var facing = assigned(rule, file, act).remembering(memory);
    var clocks = Clockwork.turn(procedure, rule, facing, act, now);
    var target = procedure.states().get(to);
    var next =
        facing.movedTo(
            to, target == null || target.end() ? null : target.owner(), now.now(), clocks.all());
    var data = CaseJson.entryData(file, next, act, clocks.changed());
    var applicant = file.birth().applicant();
    boolean forApplicant =
        rule.who().contains(Role.APPLICANT) && !act.actor().id().equals(applicant);
    var behalf = forApplicant ? applicant : act.actor().standsFor();
    CaseJson.putSeat(data, forApplicant ? act.actor().standsFor() : null);
    var from = rule.id().equals(ActRule.OPEN) ? "" : file.state();
    var draft = new Draft(rule.id(), from, act.actor().id(), role, behalf, act.note(), data);
    return new Moved(next, draft, clocks.changed());
  }

  private static CaseFile.Assigned assigned(ActRule rule, CaseFile file, Act act) {
    if (rule.has(Flag.ASSIGNS)) {
      return new CaseFile.Assigned(file, act.facts().path("unit").asString(""), null);
    }
    var hands = rule.effects().hands();
    if (hands != null) {
      return new CaseFile.Assigned(file, file.memory().fact(hands), null);
    }
    var handler = rule.has(Flag.CLAIMS) ? act.actor().id() : file.handler();
    return new CaseFile.Assigned(file, file.unit(), handler);
  }

  private static Memory remember(ActRule rule, CaseFile file, Act act, Situation now) {
    var memory = file.memory().copy();
    act.facts().properties().forEach(e -> memory.facts().set(e.getKey(), e.getValue()));
    memory.did(act.actor().id(), rule.id());
    var since = rule.effects().since();
    var at = since == null ? now.now() : memory.moment(since).orElse(now.now());
    rule.effects().marks().forEach(m -> memory.moments().put(m, at.toString()));
    return memory;
  }
}
