package org.bihuan.portal.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bihuan.foundation.calendar.Deadline;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.Stop;
import org.bihuan.foundation.calendar.Unit;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.ClockRun;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * One run of one clock as programs read it.
 *
 * @param clock its name in the procedure
 * @param run from 1
 * @param status running, stopped or ended
 * @param startedAt the day of it is not counted
 * @param terms what it counts to
 * @param due when that is over; as of now while the clock stands still
 * @param stops stretches left out
 * @param firedAt when it ran out; absent if it did not
 * @param endedAt absent while it counts
 * @param used units used up until its end or until now
 */
@Schema(name = "Clock")
record ClockAnswer(
    String clock,
    Text title,
    int run,
    String status,
    Instant startedAt,
    @JsonUnwrapped Terms terms,
    @JsonUnwrapped Due due,
    List<Pause> stops,
    @Nullable Instant firedAt,
    @Nullable Instant endedAt,
    int used) {

  /** Limits like {@code 7 workday}; the extension is what was added to the statutory one. */
  @Schema(name = "ClockTerms")
  record Terms(
      @Schema(example = "7 workday") String statutory,
      @Schema(example = "1 workday") @Nullable String promised,
      @Schema(example = "10 workday") @Nullable String extended) {

    static Terms of(ClockRun run) {
      var terms = run.terms();
      var promised = terms.promised();
      return new Terms(
          terms.statutory().toString(),
          promised == null ? null : promised.toString(),
          terms.extended() == 0
              ? null
              : new Limit(terms.extended(), terms.statutory().unit()).toString());
    }
  }

  /**
   * When the limit is over.
   *
   * @param due the last day in time, or for hours the moment in local time
   * @param dueAt the first instant that is too late
   * @param promisedDue the same of the promise
   * @param provisional true while the holidays of a year concerned are not published
   */
  @Schema(name = "ClockDue")
  record Due(
      @Schema(example = "2026-12-02", description = "Last day in time; for hours a local date-time")
          String due,
      Instant dueAt,
      @Nullable String promisedDue,
      boolean provisional) {}

  /** A stretch left out of the limit; open while the clock stands still. */
  @Schema(name = "ClockStop")
  record Pause(Instant from, @Nullable Instant until) {}

  /** What the clocks of a procedure's matters are read with. */
  record Reader(Procedure procedure, WorkCalendar calendar, Instant now) {

    ClockAnswer read(ClockRun run) {
      var rule = procedure.clocks().get(run.clock());
      var ended = run.endedAt();
      var unit = run.terms().statutory().unit();
      return new ClockAnswer(
          run.clock(),
          rule == null ? new Text(run.clock(), run.clock()) : rule.title(),
          run.run(),
          run.status().code(),
          run.startedAt(),
          Terms.of(run),
          due(run),
          run.stops().stream().map(s -> new Pause(s.from(), s.until())).toList(),
          run.firedAt(),
          ended,
          calendar.used(unit, run.startedAt(), ended == null ? now : ended, run.stops()));
    }

    private Due due(ClockRun run) {
      return stands(run) ? counted(run) : told(run, run.due(), promisedDay(run));
    }

    /** Counted by today's calendar, as if a clock that stands went on now. */
    Due counted(ClockRun run) {
      var due = calendar.due(run.terms().whole(), run.startedAt(), run.stops(), now);
      return told(run, due, promisedBy(run).day());
    }

    private Due told(ClockRun run, Deadline due, @Nullable LocalDate promisedDay) {
      var promised = run.terms().promised();
      String promisedDue = null;
      if (promised != null) {
        promisedDue =
            hours(promised.unit()) ? local(promisedBy(run).at()) : String.valueOf(promisedDay);
      }
      var unit = run.terms().statutory().unit();
      return new Due(
          hours(unit) ? local(due.at()) : due.day().toString(),
          due.at(),
          promisedDue,
          due.provisional());
    }

    private @Nullable LocalDate promisedDay(ClockRun run) {
      var kept = run.promisedDay();
      return kept == null ? promisedBy(run).day() : kept;
    }

    private Deadline promisedBy(ClockRun run) {
      var promised = run.terms().promised();
      var limit = promised == null ? run.terms().whole() : promised;
      return calendar.due(limit, run.startedAt(), run.stops(), now);
    }

    private static boolean stands(ClockRun run) {
      return run.stops().stream().map(Stop::until).anyMatch(u -> u == null);
    }

    private static boolean hours(Unit unit) {
      return switch (unit) {
        case HOUR, MINUTE, WORKHOUR -> true;
        case WORKDAY, DAY -> false;
      };
    }

    private static String local(Instant at) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ChinaTime.ZONE));
    }
  }
}
