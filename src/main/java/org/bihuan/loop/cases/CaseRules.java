package org.bihuan.loop.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bihuan.foundation.access.Actor;
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

  private static final int LONGEST_NOTE = 2000;
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
   * @param openChildren whether matters opened under this one are still open
   */
  record Situation(
      Instant now,
      WorkCalendar calendar,
      Conditions conditions,
      Forms forms,
      Predicate<String> units,
      boolean openChildren) {}

  /** Decides an act; changes nothing. */
  static Outcome decide(Procedure procedure, CaseFile file, Act act, Situation now) {
    var rule = procedure.acts().get(act.name());
    if (rule == null || rule.id().equals(ActRule.OPEN)) {
      return new Denied(Refusal.UNKNOWN_ACT);
    }
    if (!warranted(procedure, rule, act)) {
      return new Denied(Refusal.NOT_ALLOWED);
    }
    var refusal = refusal(procedure, rule, file, act, now);
    if (refusal != null) {
      return new Denied(refusal);
    }
    var errors = now.forms().check(rule.form() == null ? NO_QUESTIONS : rule.form(), act.facts());
    if (!errors.isEmpty()) {
      return new Denied(Refusal.INVALID_FACTS, errors);
    }
    var unfit = unfit(rule, act, now);
    return unfit != null ? unfit : move(procedure, rule, file, act, now);
  }

  /** What no form can say: the database must be able to keep it, and a named unit must exist. */
  private static @Nullable Denied unfit(ActRule rule, Act act, Situation now) {
    if (!CaseJson.storable(act.note())) {
      return new Denied(Refusal.INVALID_FACTS, List.of(unstorable("note")));
    }
    for (var fact : act.facts().properties()) {
      if (!CaseJson.storable(fact.getKey()) || !CaseJson.storable(fact.getValue())) {
        return new Denied(Refusal.INVALID_FACTS, List.of(unstorable("facts." + fact.getKey())));
      }
    }
    boolean lost =
        rule.has(Flag.ASSIGNS) && !now.units().test(act.facts().path("unit").asString(""));
    return lost ? new Denied(Refusal.UNKNOWN_UNIT) : null;
  }

  private static FieldError unstorable(String field) {
    return new FieldError(
        field,
        "unstorable",
        new Text("含有无法保存的字符或数值", "Holds a character or number that cannot be kept"));
  }

  /**
   * An automatic act is done only by a clock that has it for its running out, and no other is; an
   * inner one only by a door of the house.
   */
  private static boolean warranted(Procedure procedure, ActRule rule, Act act) {
    if (rule.has(Flag.INNER) || act.byHouse()) {
      return rule.has(Flag.INNER) && act.byHouse();
    }
    return (!rule.automatic() && act.expiring() == null) || expires(procedure, rule, act);
  }

  private static boolean expires(Procedure procedure, ActRule rule, Act act) {
    var clock = act.expiring() == null ? null : procedure.clocks().get(act.expiring());
    return clock != null && clock.expires().contains(rule.id());
  }

  /** Why an actor could not do an act now, note and facts aside; null if it could. */
  static @Nullable Refusal hindrance(
      Procedure procedure, ActRule rule, CaseFile file, Actor actor, Situation now) {
    if (role(rule, file, actor).isEmpty()) {
      return roleRefusal(rule, actor);
    }
    if (!rule.from().contains(file.state())) {
      return Refusal.WRONG_STATE;
    }
    if (rule.has(Flag.ONCE) && file.memory().done(rule.id()) > 0) {
      return Refusal.ALREADY_DONE;
    }
    return personal(procedure, rule, file, actor)
        .or(() -> conditional(procedure, rule, file, now))
        .orElse(null);
  }

  /** The matter as its opening makes it; the opening's form has been checked by the one window. */
  static Outcome open(Procedure procedure, CaseFile blank, Opening opening, Situation now) {
    var rule = opening(procedure);
    var act =
        new Act(opening.id(), ActRule.OPEN, opening.actor(), null, null, opening.facts(), null);
    if (role(rule, blank, opening.actor()).isEmpty()) {
      return new Denied(Refusal.NOT_ALLOWED);
    }
    if (!CaseJson.storable(opening.title())) {
      return new Denied(Refusal.INVALID_FACTS, List.of(unstorable("title")));
    }
    var unfit = unfit(rule, act, now);
    return unfit != null ? unfit : move(procedure, rule, blank, act, now);
  }

  private static ActRule opening(Procedure procedure) {
    var rule = procedure.acts().get(ActRule.OPEN);
    if (rule == null) {
      throw new IllegalStateException("a proved procedure opens: " + procedure.id());
    }
    return rule;
  }

  private static @Nullable Refusal refusal(
      Procedure procedure, ActRule rule, CaseFile file, Act act, Situation now) {
    if (role(rule, file, act.actor()).isEmpty()) {
      return roleRefusal(rule, act.actor());
    }
    if (act.version() != null && act.version() != file.version()) {
      return Refusal.CHANGED_MEANWHILE;
    }
    if (act.expiring() != null && !act.byHouse() && !runOut(file, act.expiring(), now)) {
      return Refusal.CHANGED_MEANWHILE;
    }
    var hindrance = hindrance(procedure, rule, file, act.actor(), now);
    return hindrance != null ? hindrance : noteRefusal(rule, act);
  }

  private static boolean runOut(CaseFile file, String clock, Situation now) {
    return file.open(clock).filter(c -> c.armed() && !c.due().at().isAfter(now.now())).isPresent();
  }

  private static @Nullable Refusal noteRefusal(ActRule rule, Act act) {
    var note = act.note();
    boolean written = note != null && !note.isBlank();
    boolean tooLong = note != null && note.codePointCount(0, note.length()) > LONGEST_NOTE;
    return tooLong || (rule.has(Flag.NOTE) && !written) ? Refusal.NOTE_NEEDED : null;
  }

  private static Optional<Refusal> personal(
      Procedure procedure, ActRule rule, CaseFile file, Actor actor) {
    var did = new ArrayList<>(file.memory().doneBy(actor.id()));
    if (actor.standsFor() != null) {
      // what the absent one may not judge, no deputy judges in their seat
      did.addAll(file.memory().doneBy(actor.standsFor()));
    }
    if (did.stream().anyMatch(rule.otherThan()::contains)) {
      return Optional.of(Refusal.SAME_PERSON);
    }
    if (rule.has(Flag.FRESH) && did.stream().anyMatch(a -> !fresh(procedure, a))) {
      return Optional.of(Refusal.HANDLED_BEFORE);
    }
    return Optional.empty();
  }

  private static boolean fresh(Procedure procedure, String act) {
    var rule = procedure.acts().get(act);
    return rule != null && rule.has(Flag.FRESH);
  }

  private static Optional<Refusal> conditional(
      Procedure procedure, ActRule rule, CaseFile file, Situation now) {
    if (rule.has(Flag.ANSWERS) && now.openChildren() && !rule.automatic()) {
      return Optional.of(Refusal.CHILDREN_OPEN);
    }
    var closedAt = file.closedAt();
    if (rule.within() != null
        && (closedAt == null
            || !now.now().isBefore(now.calendar().due(rule.within(), closedAt, List.of()).at()))) {
      return Optional.of(Refusal.WINDOW_CLOSED);
    }
    if (!Clockwork.extendable(procedure, rule, file)) {
      return Optional.of(Refusal.CLOCK_NOT_RUNNING);
    }
    return now.conditions().holds(rule.when(), given(procedure, file))
        ? Optional.empty()
        : Optional.of(Refusal.CONDITION_FAILS);
  }

  static Conditions.Given given(Procedure procedure, CaseFile file) {
    var done = new HashMap<String, Integer>();
    for (var act : procedure.acts().keySet()) {
      int times = file.memory().done(act);
      if (times > 0) {
        done.put(act, times);
      }
    }
    var item = file.birth().running().item();
    return new Conditions.Given(
        file.memory().facts(), item == null ? "" : item, file.birth().channel(), Map.copyOf(done));
  }

  /** The part the actor plays in this act; empty if none. A unit may open what another will own. */
  static Optional<Role> role(ActRule rule, CaseFile file, Actor actor) {
    return rule.who().stream().sorted().filter(role -> plays(role, rule, file, actor)).findFirst();
  }

  /**
   * For an inner act the door of the house has seen to it that the actor's place is the right one.
   */
  private static boolean plays(Role role, ActRule rule, CaseFile file, Actor actor) {
    return actor.is(role)
        && switch (role) {
          case APPLICANT -> actor.id().equals(file.birth().applicant());
          case HANDLER, APPROVER ->
              rule.has(Flag.INNER) || file.version() == 0 || file.unit().equals(actor.unit());
          case CLERK, DISPATCHER, CALLER, LEADER, ADMIN, INTEGRATOR, SYSTEM -> true;
        };
  }

  private static Refusal roleRefusal(ActRule rule, Actor actor) {
    boolean elsewhere =
        rule.who().stream().anyMatch(r -> actor.is(r) && (r == Role.HANDLER || r == Role.APPROVER));
    return elsewhere ? Refusal.OTHER_UNIT : Refusal.NOT_ALLOWED;
  }

  private static Moved move(
      Procedure procedure, ActRule rule, CaseFile file, Act act, Situation now) {
    var role = role(rule, file, act.actor()).orElseThrow();
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
