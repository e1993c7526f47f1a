package org.bihuan.foundation.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Text;

/**
 * The calendar of the country as one immutable value: what is a working day, when a limit ends and
 * how it was counted. Answers take constant time whatever the limit; each stop adds a constant.
 *
 * <p>Rules: the start day is not counted, hours run from the moment (民法典 201); the last calendar
 * day of a limit in {@link Unit#DAY} that is no working day moves to the next working day (民法典
 * 203); working days leave out weekends and days off and count make-up days (行政许可法 82). It covers
 * 2024-01-01 to 2060-12-31 and throws {@link IllegalArgumentException} beyond; years without a
 * published notice make an answer provisional.
 */
public final class WorkCalendar {

  private final DayTable table;
  private final Counting counting;
  private final List<CalendarYear> years;
  private final long edition;

  WorkCalendar(Collection<WorkYear> years, OfficeHours hours, long edition) {
    this.table = new DayTable(years);
    this.counting = new Counting(table, hours);
    this.years =
        years.stream()
            .map(WorkYear::about)
            .sorted(Comparator.comparingInt(CalendarYear::year))
            .toList();
    this.edition = edition;
  }

  /** The calendar of the shipped files alone, for tools and tests without a database. */
  public static WorkCalendar shipped() {
    return Shipped.CALENDAR;
  }

  /** How many imports this calendar has seen; 0 for the shipped one. */
  public long edition() {
    return edition;
  }

  /** The years with a file, in order, each with its source. */
  public List<CalendarYear> years() {
    return years;
  }

  public boolean isWorkday(LocalDate day) {
    return table.works(DayTable.index(day));
  }

  /** Whether the notice for this day's year is still awaited. */
  public boolean provisional(LocalDate day) {
    return table.provisional(DayTable.index(day));
  }

  /** The holiday a day off belongs to; empty for every other day, weekends included. */
  public Optional<Text> holiday(LocalDate day) {
    return Optional.ofNullable(table.holiday(DayTable.index(day)));
  }

  /** Working days after {@code a} up to and including {@code b}; negative if b is the earlier. */
  public int workdaysBetween(LocalDate a, LocalDate b) {
    return table.workedBefore(DayTable.index(b) + 1) - table.workedBefore(DayTable.index(a) + 1);
  }

  /**
   * When a limit ends. An amount of 0 ends with the start day, or at the moment itself for hours,
   * and never moves. Throws {@link IllegalArgumentException} if a stop still stands: nobody knows
   * the deadline then; {@link #due(Limit, Instant, List, Instant)} tells the earliest.
   */
  public Deadline due(Limit limit, Instant start, List<Stop> stops) {
    return due(limit, start, closed(stops), start);
  }

  /**
   * When a limit ends if a stop that still stands ended at {@code asOf}: the earliest deadline
   * possible, and the final one where every stop has ended.
   */
  public Deadline due(Limit limit, Instant start, List<Stop> stops, Instant asOf) {
    var count = counting.count(limit.unit(), start, stops, asOf);
    long end = count.end(limit.amount());
    int first = DayTable.index(ChinaTime.day(start));
    return switch (limit.unit()) {
      case WORKDAY -> endOf(end - 1, table.provisional(first + 1, Math.toIntExact(end - 1)));
      case DAY -> limit.amount() == 0 ? endOf(first, false) : rolled(end - 1, count);
      case HOUR, MINUTE -> moment(end, limit.amount(), false);
      case WORKHOUR -> {
        int last = Math.toIntExact(end / Scale.DAY);
        yield moment(end, limit.amount(), limit.amount() > 0 && table.provisional(first, last));
      }
    };
  }

  /** Every day from the start to the deadline with how it was taken; no stop may still stand. */
  public List<CountedDay> explain(Limit limit, Instant start, List<Stop> stops) {
    return explain(limit, start, closed(stops), start);
  }

  /**
   * Every day from the start to {@link #due(Limit, Instant, List, Instant)}, both included. Units
   * used up grow on counted, make-up and unpublished days only; for hours they are the whole hours
   * used up by the end of the day. A day inside a stop is shown as stopped, whatever else it is.
   */
  public List<CountedDay> explain(Limit limit, Instant start, List<Stop> stops, Instant asOf) {
    var due = due(limit, start, stops, asOf);
    var count = counting.count(limit.unit(), start, stops, asOf);
    return new Explanation(table, limit, count)
        .days(DayTable.index(ChinaTime.day(start)), DayTable.index(due.day()));
  }

  /**
   * How many units were used from start to end, stops left out: the start day is not counted, an
   * hour begun counts as one, a stop that still stands ends with {@code end}. 0 if the end is on
   * the start day, or before the start. Being in time is not told by this but by {@link
   * Deadline#at}: nothing is used on the weekend after the last day.
   */
  public int used(Unit unit, Instant start, Instant end, List<Stop> stops) {
    var count = counting.count(unit, start, stops, end);
    long spent = count.spent(Counting.place(unit, end));
    return Math.toIntExact(Math.ceilDiv(spent, count.scale().grains()));
  }

  private Deadline rolled(long last, Count count) {
    int nominal = Math.toIntExact(last);
    int day = nextWorkday(nominal);
    while (count.stops(day)) {
      day = nextWorkday(day + 1);
    }
    return endOf(day, table.provisional(nominal, day));
  }

  private int nextWorkday(int day) {
    DayTable.index(DayTable.date(day));
    return table.ranked(table.workedBefore(day) + 1L);
  }

  private static Deadline endOf(long index, boolean provisional) {
    var day = DayTable.date(Math.toIntExact(index));
    return new Deadline(day, ChinaTime.startOf(day.plusDays(1)), provisional);
  }

  private static Deadline moment(long place, int amount, boolean provisional) {
    var at = ChinaTime.startOf(DayTable.FIRST).plusNanos(place);
    var day = ChinaTime.day(amount == 0 ? at : at.minusNanos(1));
    DayTable.index(day);
    return new Deadline(day, at, provisional);
  }

  private static List<Stop> closed(List<Stop> stops) {
    for (var stop : stops) {
      if (stop.until() == null) {
        throw new IllegalArgumentException(
            "the clock stands since " + stop.from() + ": the deadline is open until it goes on");
      }
    }
    return stops;
  }
}
