package org.bihuan.loop.cases;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.loop.cases.rounds.Trace;
import org.bihuan.loop.procedures.Conditions;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Decides a set of moves inside a transaction: locks what they touch in one round trip, lets the
 * rules judge each in order, and stores what was accepted in another.
 */
@Component
final class Deciding {

  private final CaseSql sql;
  private final CaseReadSql reads;
  private final Procedures procedures;
  private final Surroundings surroundings;

  Deciding(CaseSql sql, CaseReadSql reads, Procedures procedures, Surroundings surroundings) {
    this.sql = sql;
    this.reads = reads;
    this.procedures = procedures;
    this.surroundings = surroundings;
  }

  /** What the rules look at besides the matter. */
  @Component
  static final class Surroundings {

    private final Clock clock;
    private final Calendars calendars;
    private final Conditions conditions;
    private final Forms forms;
    private final Units units;
    private final Kinship kinship;

    Surroundings(
        Clock clock,
        Calendars calendars,
        Conditions conditions,
        Forms forms,
        Units units,
        Kinship kinship) {
      this.kinship = kinship;
      this.clock = clock;
      this.calendars = calendars;
      this.conditions = conditions;
      this.forms = forms;
      this.units = units;
    }

    /** The situation of a matter; absent for one that is not open yet. */
    CaseRules.Situation now(@Nullable CaseFile file, boolean openChildren) {
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      var inUse = units.codes();
      return new CaseRules.Situation(
          now,
          calendars.current(),
          conditions,
          forms,
          inUse::contains,
          (unit, above) -> !above.isEmpty() && units.line(unit).contains(above),
          openChildren,
          who -> file != null && kinship.touched(file, who));
    }
  }

  /** The matters that belong to one: parts of it, what it is a part of, what is handled with it. */
  @Component
  static final class Kinship {

    private final CaseReadSql reads;
    private final Procedures procedures;
    private final ObjectProvider<Cases.Kin> others;

    Kinship(CaseReadSql reads, Procedures procedures, ObjectProvider<Cases.Kin> others) {
      this.reads = reads;
      this.procedures = procedures;
      this.others = others;
    }

    /** Whether somebody worked on one of them; calling back is no work. */
    boolean touched(CaseFile file, UUID who) {
      var ids = new HashSet<CaseId>();
      var parent = file.birth().parent();
      if (parent != null) {
        ids.add(new CaseId(parent));
      }
      others.stream().forEach(kin -> ids.addAll(kin.of(file.id())));
      var related = new ArrayList<>(reads.find(ids));
      related.addAll(reads.children(file.id()));
      return related.stream().anyMatch(other -> worked(other, who));
    }

    private boolean worked(CaseFile file, UUID who) {
      var running = file.birth().running();
      var rules = procedures.resolve(running.procedure(), running.revision(), running.item());
      return file.memory().doneBy(who).stream().anyMatch(act -> !Hindrance.fresh(rules, act));
    }
  }

  /**
   * What became of a set.
   *
   * @param decisions one for each move, in order
   * @param trace by what the database can be asked for it; absent if nothing was stored
   */
  record Decided(List<Decision> decisions, @Nullable Trace trace) {}

  Decided decide(List<? extends Errand.Move> moves) {
    var openings = (int) moves.stream().filter(Opening.class::isInstance).count();
    var codes = reads.freeCodes(openings).iterator();
    var desk = new Desk(sql.district(), lock(moves));
    var decisions = new ArrayList<Decision>();
    for (var move : moves) {
      decisions.add(
          switch (move) {
            case Act act -> act(act, desk);
            case Opening opening -> open(opening, codes, desk);
          });
    }
    return new Decided(decisions, desk.idle() ? null : store(desk.round()));
  }

  private Trace store(Round round) {
    var transaction = sql.store(round);
    var first = round.entries().getFirst();
    return new Trace(
        transaction,
        sql.district(),
        first.entry().caseId(),
        first.entry().version(),
        first.digest());
  }

  private CaseSql.Locked lock(List<? extends Errand.Move> moves) {
    var ids = new TreeSet<UUID>();
    var lanes = new TreeSet<Integer>();
    for (var move : moves) {
      ids.add(move.file().value());
      lanes.add(move.file().lane());
      if (move instanceof Opening opening && opening.parent() != null) {
        ids.add(opening.parent().value());
        lanes.add(opening.parent().lane());
      }
    }
    return sql.lock(lanes, ids);
  }

  /** Counts running clocks by a calendar; what changes is an entry with old and new due days. */
  void recount(Collection<CaseId> ids, WorkCalendar calendar) {
    var lanes = ids.stream().map(CaseId::lane).collect(Collectors.toCollection(TreeSet::new));
    var keys = ids.stream().map(CaseId::value).collect(Collectors.toCollection(TreeSet::new));
    var locked = sql.lock(lanes, keys);
    var desk = new Desk(sql.district(), locked);
    var now = surroundings.now(null, false).now();
    for (var file : locked.files().values()) {
      Clockwork.recount(file, calendar, now).ifPresent(moved -> desk.write(moved, now));
    }
    if (!desk.idle()) {
      sql.store(desk.round());
    }
  }

  private Decision act(Act act, Desk desk) {
    var found = desk.file(act.file());
    if (found.isEmpty()) {
      return new Decision.Refused(Refusal.UNKNOWN_CASE, 0);
    }
    var file = found.get();
    var situation = surroundings.now(file, desk.hasOpenChildren(file));
    return decided(CaseRules.decide(rules(file), file, act, situation), file, desk, situation);
  }

  private Decision open(Opening opening, Iterator<CaseCode> codes, Desk desk) {
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
    var situation = surroundings.now(null, false);
    var blank = desk.blank(opening, procedure, codes.next(), situation.now());
    var part = inheriting(opening, parent == null ? null : desk.file(parent).orElse(null));
    return decided(CaseRules.open(procedure, blank, part, situation), blank, desk, situation);
  }

  /** What a matter is kept from, and whom it hides, holds for its parts too. */
  private static Opening inheriting(Opening opening, @Nullable CaseFile parent) {
    if (parent == null) {
      return opening;
    }
    var facts = opening.facts().deepCopy();
    for (var name : List.of(CaseFile.REPORTED, "confidential", "anonymous")) {
      var fact = parent.memory().facts().get(name);
      if (fact != null) {
        facts.set(name, fact);
      }
    }
    return opening.with(facts);
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

  private Procedure rules(CaseFile file) {
    var running = file.birth().running();
    return procedures.resolve(running.procedure(), running.revision(), running.item());
  }
}
