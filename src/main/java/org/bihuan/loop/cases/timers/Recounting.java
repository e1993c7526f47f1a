package org.bihuan.loop.cases.timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.bihuan.foundation.calendar.CalendarListener;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.timers.RecountSql.Progress;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts open clocks anew when the days off of a year are published, and records old and new due
 * days in the register. The progress moves in the transaction of each batch, so a crash repeats
 * nothing and loses nothing; a second pass, half a minute later, catches what another process began
 * while it still held the calendar before.
 */
@Component
class Recounting implements CalendarListener {

  private static final System.Logger LOG = System.getLogger(Recounting.class.getName());
  private static final int BATCH = 200;
  private static final int DONE = 2;
  private static final Duration BETWEEN_PASSES = Duration.ofSeconds(30);

  private final RecountSql clocks;
  private final Cases cases;
  private final Calendars calendars;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Recounting(
      RecountSql clocks,
      Cases cases,
      Calendars calendars,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.clocks = clocks;
    this.cases = cases;
    this.calendars = calendars;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Catches up at start and from then on: what an import announced may have been lost. */
  @Scheduled(fixedDelayString = "${bihuan.recount.every:10s}")
  void run() {
    try {
      calendarChanged(calendars.current());
    } catch (DataAccessException | TransactionException e) {
      LOG.log(System.Logger.Level.WARNING, "the recount waits for the database", e);
    }
  }

  @Override
  public void calendarChanged(WorkCalendar now) {
    while (Boolean.TRUE.equals(transaction.execute(status -> step(now)))) {
      // the next batch
    }
  }

  private boolean step(WorkCalendar calendar) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var kept = clocks.lockProgress(now);
    var from = kept.edition() < calendar.edition() ? begun(calendar, now) : kept;
    boolean mine = from.edition() == calendar.edition();
    if (!mine || from.pass() == DONE || now.isBefore(from.notBefore())) {
      return false;
    }
    var ids = clocks.counting(from.after(), BATCH);
    cases.recount(ids.stream().map(CaseId::new).toList(), calendar);
    clocks.keep(ids.isEmpty() ? passed(from, now) : upTo(from, ids.getLast()));
    return true;
  }

  private static Progress begun(WorkCalendar calendar, Instant now) {
    return new Progress(calendar.edition(), 0, null, now);
  }

  private static Progress upTo(Progress from, UUID last) {
    return new Progress(from.edition(), from.pass(), last, from.notBefore());
  }

  private static Progress passed(Progress from, Instant now) {
    return new Progress(from.edition(), from.pass() + 1, null, now.plus(BETWEEN_PASSES));
  }
}
