package org.bihuan.loop.cases.timers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.ClockRun;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.loop.cases.register.Attempt;
import org.bihuan.loop.cases.timers.AlarmSql.Alarm;
import org.bihuan.loop.procedures.ActRule;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Performs what procedures say when a clock runs out. The clocks in the database are the only
 * schedule: what ran out while nobody was running is performed at the next start, and the rules see
 * to it that it happens once. An act is decided on the version it was chosen for; if the matter
 * moved meanwhile, the next sweep chooses again. One that cannot be done holds up no other: it is
 * reported and left alone, longer each time, until it waits for a person ({@link StuckAlarms}).
 */
@Component
public class Alarms {

  private static final System.Logger LOG = System.getLogger(Alarms.class.getName());
  private static final int BATCH = 200;

  private final AlarmSql sql;
  private final Cases cases;
  private final Clock clock;
  private final StuckAlarms stuck;

  Alarms(AlarmSql sql, Cases cases, Clock clock, StuckAlarms stuck) {
    this.sql = sql;
    this.cases = cases;
    this.clock = clock;
    this.stuck = stuck;
  }

  @Scheduled(fixedDelayString = "${bihuan.alarms.every:1s}")
  void run() {
    Attempt.at(this::ring)
        .ifPresent(e -> LOG.log(System.Logger.Level.WARNING, "alarms wait for the database", e));
  }

  /**
   * Rings everything that has run out by now, the longest overdue first, and what that sets off as
   * long as it has run out too: after a standstill one chain of acts may be due. Tells how many
   * rang.
   */
  public int ring() {
    var now = clock.instant();
    stuck.forget();
    int rung = 0;
    for (int more = sweep(now); more > 0; more = sweep(now)) {
      rung += more;
    }
    return rung;
  }

  private int sweep(Instant now) {
    int rung = 0;
    var last = Alarm.FIRST;
    for (var due = sql.due(now, last, BATCH); !due.isEmpty(); due = sql.due(now, last, BATCH)) {
      rung += ring(due, now);
      last = due.getLast();
    }
    return rung;
  }

  /** All in one transaction; if that fails, half in each of two, until only the bad one waits. */
  private int ring(List<Alarm> due, Instant now) {
    var rung = new AtomicInteger();
    var failure = Attempt.at(() -> rung.set(perform(chosen(due, now), now)));
    if (failure.isEmpty()) {
      return rung.get();
    }
    if (away(failure.get())) {
      throw new IllegalStateException(failure.get());
    }
    if (due.size() == 1) {
      stuck.rest(due.getFirst(), now, failure.get().toString());
      return 0;
    }
    int half = due.size() / 2;
    return ring(due.subList(0, half), now) + ring(due.subList(half, due.size()), now);
  }

  private record Chosen(Alarm alarm, Act act) {}

  private List<Chosen> chosen(List<Alarm> due, Instant now) {
    var files = cases.find(due.stream().map(Alarm::caseId).toList());
    var chosen = new ArrayList<Chosen>();
    for (var alarm : due) {
      var file = files.get(alarm.caseId());
      if (file != null && file.clocks().stream().anyMatch(run -> is(alarm, run))) {
        act(file, alarm)
            .ifPresentOrElse(
                act -> chosen.add(new Chosen(alarm, act)), () -> stuck.rest(alarm, now, "no act"));
      }
    }
    return chosen;
  }

  private static boolean is(Alarm alarm, ClockRun run) {
    return run.armed() && run.clock().equals(alarm.clock()) && run.run() == alarm.run();
  }

  private static boolean away(Throwable failure) {
    return failure instanceof TransactionException
        || failure instanceof DataAccessResourceFailureException
        || failure instanceof TransientDataAccessException;
  }

  private int perform(List<Chosen> chosen, Instant now) {
    var decisions = cases.perform(chosen.stream().map(Chosen::act).toList());
    int rung = 0;
    for (int i = 0; i < decisions.size(); i++) {
      switch (decisions.get(i)) {
        case Decision.Accepted _ -> rung++;
        case Decision.Refused refused -> refused(chosen.get(i).alarm(), refused.refusal(), now);
      }
    }
    return rung;
  }

  /** Another process was faster, or another clock of the matter rang first: nothing is wrong. */
  private void refused(Alarm alarm, Refusal refusal, Instant now) {
    if (refusal != Refusal.CHANGED_MEANWHILE) {
      stuck.rest(alarm, now, refusal.code());
    }
  }

  /**
   * Where several acts wait for one clock, conditions tell which; seldom, so that few are asked.
   */
  private List<String> possible(CaseView view) {
    return cases.acts(view.identity().id(), Actor.CLOCK).stream().map(ActRule::id).toList();
  }

  private Optional<Act> act(CaseView view, Alarm alarm) {
    var procedure = cases.procedure(view);
    var rule = procedure.clocks().get(alarm.clock());
    if (rule == null) {
      return Optional.empty();
    }
    var inState =
        rule.expires().stream()
            .filter(
                id ->
                    Objects.requireNonNull(procedure.acts().get(id)).from().contains(view.state()))
            .toList();
    return inState.stream()
        .filter(id -> inState.size() == 1 || possible(view).contains(id))
        .findFirst()
        .map(procedure.acts()::get)
        .map(
            a ->
                new Act(
                    alarm.caseId(),
                    a.id(),
                    Actor.CLOCK,
                    view.version(),
                    null,
                    JsonNodeFactory.instance.objectNode(),
                    alarm.clock()));
  }
}
