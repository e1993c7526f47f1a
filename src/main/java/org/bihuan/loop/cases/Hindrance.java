package org.bihuan.loop.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseRules.Situation;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ActRule.Flag;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;

/** Why an act cannot be done: part, version, state, person, time, condition, in this order. */
final class Hindrance {

  private static final int LONGEST_NOTE = 2000;

  private Hindrance() {}

  /**
   * An automatic act is done only by a clock that has it for its running out, and no other is; an
   * inner one only by a door of the house.
   */
  static boolean warranted(Procedure procedure, ActRule rule, Act act) {
    if (rule.has(Flag.INNER) || act.byHouse()) {
      return rule.has(Flag.INNER) && act.byHouse();
    }
    return (!rule.automatic() && act.expiring() == null) || expires(procedure, rule, act);
  }

  private static boolean expires(Procedure procedure, ActRule rule, Act act) {
    var clock = act.expiring() == null ? null : procedure.clocks().get(act.expiring());
    return clock != null && clock.expires().contains(rule.id());
  }

  static @Nullable Refusal of(
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
    var hindrance = of(procedure, rule, file, act.actor(), now);
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
      Procedure procedure, ActRule rule, CaseFile file, Actor actor, Situation now) {
    var did = new ArrayList<>(file.memory().doneBy(actor.id()));
    if (actor.standsFor() != null) {
      // what the absent one may not judge, no deputy judges in their seat
      did.addAll(file.memory().doneBy(actor.standsFor()));
    }
    if (did.stream().anyMatch(rule.otherThan()::contains)) {
      return Optional.of(Refusal.SAME_PERSON);
    }
    boolean worn = rule.has(Flag.FRESH) && did.stream().anyMatch(a -> !fresh(procedure, a));
    return worn || (rule.has(Flag.FRESH) && touched(actor, now))
        ? Optional.of(Refusal.HANDLED_BEFORE)
        : Optional.empty();
  }

  private static boolean touched(Actor actor, Situation now) {
    var seat = actor.standsFor();
    return now.touched().test(actor.id()) || (seat != null && now.touched().test(seat));
  }

  /** Nobody of the unit a matter reports, or of one beneath it, knows of the matter. */
  private static boolean kept(CaseFile file, Actor actor, Situation now) {
    var unit = actor.unit();
    return unit != null && now.beneath().test(unit, file.memory().fact(CaseFile.REPORTED));
  }

  private static Optional<Refusal> returning(ActRule rule, CaseFile file) {
    return rule.has(Flag.RETURNS) && file.memory().fact(CaseFile.RULED).equals(file.unit())
        ? Optional.of(Refusal.NAMED_BY_RULING)
        : Optional.empty();
  }

  static boolean fresh(Procedure procedure, String act) {
    var rule = procedure.acts().get(act);
    return rule != null && rule.has(Flag.FRESH);
  }

  private static Optional<Refusal> conditional(
      Procedure procedure, ActRule rule, CaseFile file, Situation now) {
    if (rule.has(Flag.ANSWERS) && now.openChildren() && !rule.automatic()) {
      return Optional.of(Refusal.CHILDREN_OPEN);
    }
    if (rule.within() != null
        && !windowEnd(rule, file, now).filter(now.now()::isBefore).isPresent()) {
      return Optional.of(Refusal.WINDOW_CLOSED);
    }
    if (!Clockwork.extendable(procedure, rule, file)) {
      return Optional.of(Refusal.CLOCK_NOT_RUNNING);
    }
    return now.conditions().holds(rule.when(), file.given(procedure))
        ? Optional.empty()
        : Optional.of(Refusal.CONDITION_FAILS);
  }

  /** Why an actor could not do an act now, note and facts aside; null if it could. */
  static @Nullable Refusal of(
      Procedure procedure, ActRule rule, CaseFile file, Actor actor, Situation now) {
    if (kept(file, actor, now)) {
      return Refusal.UNKNOWN_CASE;
    }
    if (role(rule, file, actor).isEmpty()) {
      return roleRefusal(rule, actor);
    }
    if (!rule.from().contains(file.state())) {
      return Refusal.WRONG_STATE;
    }
    if (rule.has(Flag.ONCE) && file.memory().done(rule.id()) > 0) {
      return Refusal.ALREADY_DONE;
    }
    return personal(procedure, rule, file, actor, now)
        .or(() -> returning(rule, file))
        .or(() -> conditional(procedure, rule, file, now))
        .orElse(null);
  }

  /** When the time of an act is over; empty if it never is, or what it counts from has not come. */
  static Optional<Instant> windowEnd(ActRule rule, CaseFile file, Situation now) {
    var within = rule.within();
    var of = rule.gate().of();
    var from = of == null ? Optional.ofNullable(file.closedAt()) : file.memory().moment(of);
    return within == null
        ? Optional.empty()
        : from.map(at -> now.calendar().due(within, at, List.of()).at());
  }

  /** What is told with a refusal: until when the act could have been done. */
  static List<FieldError> errors(Refusal refusal, ActRule rule, CaseFile file, Situation now) {
    if (refusal != Refusal.WINDOW_CLOSED) {
      return List.of();
    }
    return windowEnd(rule, file, now)
        .map(end -> end.minusMillis(1).atZone(ChinaTime.ZONE).toLocalDate())
        .map(day -> new Text("此项操作的期限至" + day + "止", "This could be done until " + day))
        .map(text -> List.of(new FieldError("main", refusal.code(), text)))
        .orElse(List.of());
  }

  /** The part the actor plays in this act; empty if none. A unit may open what another will own. */
  static Optional<Role> role(ActRule rule, CaseFile file, Actor actor) {
    return rule.who().stream().sorted().filter(r -> plays(rule, r, file, actor)).findFirst();
  }

  private static boolean plays(ActRule rule, Role role, CaseFile file, Actor actor) {
    return actor.is(role)
        && switch (role) {
          case APPLICANT -> actor.id().equals(file.birth().applicant());
          case HANDLER, APPROVER ->
              rule.has(Flag.PLACED) || file.version() == 0 || file.doer(rule).equals(actor.unit());
          case CLERK, DISPATCHER, CALLER, GRID_WORKER, LEADER, ADMIN, INTEGRATOR, SYSTEM -> true;
        };
  }

  /** A unit opens what it asks for in its own name only. */
  static boolean inOwnName(ActRule rule, Opening opening) {
    var by = rule.by();
    var actor = opening.actor();
    return by == null
        || opening.facts().path(by).asString("").equals(actor.unit())
        || rule.who().stream()
            .anyMatch(r -> actor.is(r) && r != Role.HANDLER && r != Role.APPROVER);
  }

  private static Refusal roleRefusal(ActRule rule, Actor actor) {
    boolean elsewhere =
        rule.who().stream().anyMatch(r -> actor.is(r) && (r == Role.HANDLER || r == Role.APPROVER));
    return elsewhere ? Refusal.OTHER_UNIT : Refusal.NOT_ALLOWED;
  }
}
