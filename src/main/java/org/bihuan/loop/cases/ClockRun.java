package org.bihuan.loop.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.calendar.Deadline;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.Stop;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * One run of one clock: statutory limit, promise and what actually happened, side by side.
 *
 * @param clock its name in the procedure
 * @param run counts the runs of this clock in this matter from 1
 * @param status running, stopped or ended
 * @param startedAt the moment it counts from; the day of it is not counted
 * @param terms the limits it counts to
 * @param stops stretches left out of the limit
 * @param due when the statutory limit with its extension ends
 * @param promisedDay the last day of the promise; absent if nothing was promised
 * @param firedAt when it ran out and its act was performed; absent if it did not
 * @param endedAt when a moment ended it; absent while it counts
 */
public record ClockRun(
    String clock,
    int run,
    Status status,
    Instant startedAt,
    Terms terms,
    List<Stop> stops,
    Deadline due,
    @Nullable LocalDate promisedDay,
    @Nullable Instant firedAt,
    @Nullable Instant endedAt) {

  /** Whether a clock counts, stands still by law, or has ended. */
  public enum Status {
    RUNNING,
    STOPPED,
    ENDED;

    /** The name in the database and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * What a run counts to.
   *
   * @param statutory the limit of the law
   * @param promised what was promised; absent if nothing
   * @param extended what an approved extension added, in the unit of the law; 0 for none
   */
  public record Terms(Limit statutory, @Nullable Limit promised, int extended) {

    /** The limit of the law with its extension. */
    public Limit whole() {
      return new Limit(statutory.amount() + extended, statutory.unit());
    }
  }

  public ClockRun {
    stops = List.copyOf(stops);
  }

  static ClockRun begun(String clock, int run, Instant from, Terms terms, WorkCalendar calendar) {
    var due = calendar.due(terms.whole(), from, List.of());
    var day = promise(terms, from, List.of(), calendar);
    return new ClockRun(clock, run, Status.RUNNING, from, terms, List.of(), due, day, null, null);
  }

  /** True until a moment ends it. */
  public boolean open() {
    return status != Status.ENDED;
  }

  /** True while it counts and can still run out. */
  public boolean armed() {
    return status == Status.RUNNING && firedAt == null;
  }

  ClockRun ended(Instant now) {
    return new ClockRun(
        clock, run, Status.ENDED, startedAt, terms, closed(now), due, promisedDay, firedAt, now);
  }

  ClockRun fired(Instant now) {
    return new ClockRun(
        clock, run, status, startedAt, terms, stops, due, promisedDay, now, endedAt);
  }

  ClockRun stopped(Instant now) {
    var more = new ArrayList<>(stops);
    more.add(new Stop(now, null));
    return new ClockRun(
        clock, run, Status.STOPPED, startedAt, terms, more, due, promisedDay, firedAt, endedAt);
  }

  ClockRun resumed(Instant now, WorkCalendar calendar) {
    return new ClockRun(
            clock,
            run,
            Status.RUNNING,
            startedAt,
            terms,
            closed(now),
            due,
            promisedDay,
            firedAt,
            endedAt)
        .recounted(calendar);
  }

  ClockRun extendedBy(Limit more, WorkCalendar calendar) {
    var longer = new Terms(terms.statutory(), terms.promised(), terms.extended() + more.amount());
    return new ClockRun(
            clock, run, status, startedAt, longer, stops, due, promisedDay, firedAt, endedAt)
        .recounted(calendar);
  }

  /** The same run counted by another calendar, or after a stop or an extension. */
  ClockRun recounted(WorkCalendar calendar) {
    var deadline = calendar.due(terms.whole(), startedAt, stops);
    var day = promise(terms, startedAt, stops, calendar);
    return new ClockRun(
        clock, run, status, startedAt, terms, stops, deadline, day, firedAt, endedAt);
  }

  private List<Stop> closed(Instant now) {
    return stops.stream().map(s -> s.until() == null ? new Stop(s.from(), now) : s).toList();
  }

  private static @Nullable LocalDate promise(
      Terms terms, Instant from, List<Stop> stops, WorkCalendar calendar) {
    var promised = terms.promised();
    return promised == null ? null : calendar.due(promised, from, stops).day();
  }
}
