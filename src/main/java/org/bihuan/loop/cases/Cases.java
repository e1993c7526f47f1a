package org.bihuan.loop.cases;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.loop.cases.register.RegisterRow;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Conditions;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way a matter comes to be and moves. The door is set-based: a single act is a list of one.
 * Every method is one transaction and joins the caller's if there is one.
 */
@Component
public class Cases {

  private final CaseSql sql;
  private final CaseReadSql reads;
  private final Procedures procedures;
  private final Surroundings surroundings;

  Cases(CaseSql sql, CaseReadSql reads, Procedures procedures, Surroundings surroundings) {
    this.sql = sql;
    this.reads = reads;
    this.procedures = procedures;
    this.surroundings = surroundings;
  }

  /** What the rules look at besides the matter. */
  @Component
  static class Surroundings {

    private final Clock clock;
    private final Calendars calendars;
    private final Conditions conditions;
    private final Forms forms;
    private final Units units;

    Surroundings(
        Clock clock, Calendars calendars, Conditions conditions, Forms forms, Units units) {
      this.clock = clock;
      this.calendars = calendars;
      this.conditions = conditions;
      this.forms = forms;
      this.units = units;
    }

    CaseRules.Situation now(boolean openChildren) {
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      return new CaseRules.Situation(
          now,
          calendars.current(),
          conditions,
          forms,
          u -> units.find(u).isPresent(),
          openChildren);
    }
  }

  /**
   * Does what may be done and refuses the rest by name; a refusal never harms its neighbours.
   *
   * @return one decision for each act, in order
   */
  @Transactional
  public List<Decision> perform(List<Act> acts) {
    var ids =
        acts.stream().map(a -> a.file().value()).collect(Collectors.toCollection(TreeSet::new));
    var lanes =
        acts.stream().map(a -> a.file().lane()).collect(Collectors.toCollection(TreeSet::new));
    var locked = sql.lock(lanes, ids);
    var desk = new Desk(sql.district(), locked);
    var decisions = new ArrayList<Decision>();
    for (var act : acts) {
      decisions.add(decide(act, desk));
    }
    if (!desk.idle()) {
      sql.store(desk.round());
    }
    return decisions;
  }

  private Decision decide(Act act, Desk desk) {
    var found = desk.file(act.file());
    if (found.isEmpty()) {
      return new Decision.Refused(Refusal.UNKNOWN_CASE, 0);
    }
    var file = found.get();
    var situation = surroundings.now(desk.hasOpenChildren(file));
    return decided(CaseRules.decide(rules(file), file, act, situation), file, desk, situation);
  }

  /**
   * Opens matters: each gets number, code, first clocks and its first entry. What the opening's
   * form asks for has been checked before. A parent in the same list stands before its children.
   *
   * @return one decision for each opening, in order; an id that was opened before is refused as
   *     already opened, with the version the matter has, and is left as it is
   */
  @Transactional
  public List<Decision> open(List<Opening> openings) {
    var ids = new TreeSet<UUID>();
    var lanes = new TreeSet<Integer>();
    for (var opening : openings) {
      ids.add(opening.id().value());
      lanes.add(opening.id().lane());
      var parent = opening.parent();
      if (parent != null) {
        ids.add(parent.value());
        lanes.add(parent.lane());
      }
    }
    var desk = new Desk(sql.district(), sql.lock(lanes, ids));
    var codes = reads.freeCodes(openings.size());
    var decisions = new ArrayList<Decision>();
    for (int i = 0; i < openings.size(); i++) {
      decisions.add(open(openings.get(i), codes.get(i), desk));
    }
    if (!desk.idle()) {
      sql.store(desk.round());
    }
    return decisions;
  }

  private Decision open(Opening opening, CaseCode code, Desk desk) {
    var before = desk.file(opening.id());
    if (before.isPresent()) {
      return new Decision.Refused(Refusal.ALREADY_OPENED, before.get().version());
    }
    var parent = opening.parent();
    if (parent != null && desk.file(parent).filter(f -> !f.closed()).isEmpty()) {
      boolean known = desk.file(parent).isPresent();
      return new Decision.Refused(known ? Refusal.PARENT_CLOSED : Refusal.UNKNOWN_PARENT, 0);
    }
    int revision = procedures.latest(opening.procedure()).revision();
    var procedure = procedures.resolve(opening.procedure(), revision, opening.item());
    var situation = surroundings.now(false);
    var blank = desk.blank(opening, procedure, code, situation.now());
    return decided(CaseRules.open(procedure, blank, opening, situation), blank, desk, situation);
  }

  private static Decision decided(
      Outcome outcome, CaseFile file, Desk desk, CaseRules.Situation situation) {
    return switch (outcome) {
      case Outcome.Denied(var refusal, var errors) ->
          new Decision.Refused(refusal, errors, file.version());
      case Outcome.Moved moved ->
          new Decision.Accepted(CaseView.of(desk.write(moved, situation.now())));
    };
  }

  /** The matter with this number. */
  @Transactional(readOnly = true)
  public Optional<CaseView> find(CaseNumber number) {
    return reads.find(number).map(CaseView::of);
  }

  /** The matter with this code. */
  @Transactional(readOnly = true)
  public Optional<CaseView> find(CaseCode code) {
    return reads.find(code).map(CaseView::of);
  }

  /** The matter with this id. */
  @Transactional(readOnly = true)
  public Optional<CaseView> find(CaseId id) {
    return reads.find(id).map(CaseView::of);
  }

  /** The matters with these ids, by id; those there are none of are left out. */
  @Transactional(readOnly = true)
  public Map<CaseId, CaseView> find(Collection<CaseId> ids) {
    return reads.find(ids).stream()
        .map(CaseView::of)
        .collect(Collectors.toMap(view -> view.identity().id(), Function.identity()));
  }

  /** The matters opened under one, oldest first. */
  @Transactional(readOnly = true)
  public List<CaseView> children(CaseId id) {
    return reads.children(id).stream().map(CaseView::of).toList();
  }

  /** Everything that happened to a matter, in order. */
  @Transactional(readOnly = true)
  public List<RegisterRow> entries(CaseId id) {
    return reads.entries(id).stream().map(RegisterRow::of).toList();
  }

  /** The acts an actor could do to a matter now, in the procedure's order. */
  @Transactional(readOnly = true)
  public List<ActRule> acts(CaseId id, Actor actor) {
    return reads.find(id).map(file -> acts(file, actor)).orElse(List.of());
  }

  private List<ActRule> acts(CaseFile file, Actor actor) {
    var procedure = rules(file);
    var situation = surroundings.now(reads.hasOpenChildren(file.id()));
    return procedure.acts().values().stream()
        .filter(rule -> !rule.id().equals(ActRule.OPEN))
        .filter(rule -> CaseRules.hindrance(procedure, rule, file, actor, situation) == null)
        .toList();
  }

  /** One page of the work list: open matters by nearest due. */
  @Transactional(readOnly = true)
  public Worklist.Page worklist(Worklist.Query query) {
    return reads.worklist(query);
  }

  /** The procedure a matter runs on, with its item's clocks. */
  public Procedure procedure(CaseView view) {
    var identity = view.identity();
    return procedures.resolve(identity.procedure(), identity.revision(), identity.item());
  }

  private Procedure rules(CaseFile file) {
    var running = file.birth().running();
    return procedures.resolve(running.procedure(), running.revision(), running.item());
  }
}
