package org.bihuan.loop.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.loop.cases.register.RegisterRow;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way a matter comes to be and moves. The door is set-based: a single act is a list of one.
 * Every method is one transaction and joins the caller's if there is one.
 */
@Component
public class Cases {

  private final Moving moving;
  private final CaseReadSql reads;
  private final Procedures procedures;
  private final Deciding.Surroundings surroundings;

  Cases(
      Moving moving, CaseReadSql reads, Procedures procedures, Deciding.Surroundings surroundings) {
    this.moving = moving;
    this.reads = reads;
    this.procedures = procedures;
    this.surroundings = surroundings;
  }

  /**
   * Tells which further matters are handled together with one. Whoever worked on one of them has
   * not kept away from the other, and may not call back there.
   */
  @FunctionalInterface
  public interface Kin {

    /** The others, those that were handled with it once among them. */
    Collection<CaseId> of(CaseId id);
  }

  /**
   * Does what may be done and refuses the rest by name; a refusal never harms its neighbours. Joins
   * the caller's transaction if there is one; else a single act travels in a round with others, and
   * a list has a transaction of its own.
   *
   * @return one decision for each act, in order
   * @throws org.bihuan.loop.cases.rounds.RoundsFull if too much waits; nothing was changed
   */
  public List<Decision> perform(List<Act> acts) {
    return move(acts);
  }

  /**
   * Opens matters: each gets number, code, first clocks and its first entry. What the opening's
   * form asks for has been checked before. A parent in the same list stands before its children.
   *
   * @return one decision for each opening, in order; an id that was opened before is refused as
   *     already opened, with the version the matter has, and is left as it is
   * @throws org.bihuan.loop.cases.rounds.RoundsFull if too much waits; nothing was changed
   */
  public List<Decision> open(List<Opening> openings) {
    return move(openings);
  }

  /**
   * Does a move with what belongs to it, in a round with others, or in the caller's transaction if
   * there is one; an errand that wants nothing stored then undoes the caller's work too.
   *
   * @throws org.bihuan.loop.cases.rounds.RoundsFull if too much waits; nothing was changed
   */
  public void run(Errand errand) {
    moving.run(errand);
  }

  /** Counts the running clocks of some matters by a calendar, and records old and new due days. */
  @Transactional
  public void recount(Collection<CaseId> ids, WorkCalendar calendar) {
    moving.recount(ids, calendar);
  }

  private List<Decision> move(List<? extends Errand.Move> moves) {
    if (moves.size() != 1 || Moving.joins()) {
      return moving.decide(moves);
    }
    var single = new Moving.Single(moves.getFirst());
    moving.run(single);
    return List.of(single.decision());
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

  /**
   * What some people raised, open or closed, the newest first.
   *
   * @param after where the last page ended, by the moment of opening; absent for the first
   */
  @Transactional(readOnly = true)
  public List<CaseView> raised(
      Collection<UUID> people, Worklist.@Nullable Cursor after, int limit) {
    var ids = reads.raised(people, after, limit);
    var found = find(ids);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
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
    var situation = surroundings.now(file, reads.hasOpenChildren(file.id()));
    return procedure.acts().values().stream()
        .filter(rule -> !rule.id().equals(ActRule.OPEN) && !rule.has(ActRule.Flag.INNER))
        .filter(rule -> Hindrance.of(procedure, rule, file, actor, situation) == null)
        .toList();
  }

  /** One page of the work list: open matters by nearest due. */
  @Transactional(readOnly = true)
  public Worklist.Page worklist(Worklist.Query query) {
    return reads.worklist(query);
  }

  /** What some people raised, open or closed; what is open first, then by what runs out next. */
  @Transactional(readOnly = true)
  public List<Worklist.Row> raisedBy(Collection<UUID> people, int limit) {
    return reads.raisedBy(people, limit);
  }

  /** Matters whose titles are spelled with these first letters, in the same order. */
  @Transactional(readOnly = true)
  public List<Worklist.Row> spelled(String letters, int limit) {
    return reads.spelled(letters, limit);
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
