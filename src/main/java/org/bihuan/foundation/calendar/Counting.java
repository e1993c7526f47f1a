package org.bihuan.foundation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bihuan.foundation.shared.ChinaTime;

/**
 * Begins counts on the lines of one calendar: days, numbered from its first, for units of days, and
 * nanoseconds since it begins for hours.
 *
 * @param table its days
 * @param hours when the windows are open
 */
record Counting(DayTable table, OfficeHours hours) {

  Count count(Unit unit, Instant start, List<Stop> stops, Instant asOf) {
    DayTable.index(ChinaTime.day(start));
    long from = place(unit, start);
    return switch (unit) {
      case WORKDAY -> days(new Scale.Workdays(table), from, stops, asOf);
      case DAY -> days(new Scale.Days(), from, stops, asOf);
      case HOUR -> moments(new Scale.Moments(Scale.HOUR), from, stops, asOf);
      case MINUTE -> moments(new Scale.Moments(Scale.MINUTE), from, stops, asOf);
      case WORKHOUR -> moments(new Scale.Workhours(table, hours), from, stops, asOf);
    };
  }

  /** Where a moment lies on the line of a unit; for units of days behind its day. */
  static long place(Unit unit, Instant at) {
    return switch (unit) {
      case WORKDAY, DAY -> DayTable.index(ChinaTime.day(at)) + 1L;
      case HOUR, MINUTE, WORKHOUR -> nanos(at);
    };
  }

  private static Count days(Scale scale, long start, List<Stop> stops, Instant asOf) {
    var spans = stops.stream().map(s -> new Span(day(s.from()), day(until(s, asOf)))).toList();
    return new Count(scale, start, Span.merged(spans, start, DayTable.SIZE));
  }

  private static Count moments(Scale scale, long start, List<Stop> stops, Instant asOf) {
    var spans = stops.stream().map(s -> new Span(nanos(s.from()), nanos(until(s, asOf)))).toList();
    return new Count(scale, start, Span.merged(spans, start, DayTable.SIZE * Scale.DAY));
  }

  /** The number of a day, also of one before or after the calendar. */
  private static long day(Instant at) {
    return ChinaTime.day(at).toEpochDay() - DayTable.FIRST.toEpochDay();
  }

  private static long nanos(Instant at) {
    var zero = ChinaTime.startOf(DayTable.FIRST);
    var end = ChinaTime.startOf(DayTable.LAST.plusDays(1));
    var inside = at.isBefore(zero) ? zero : at.isAfter(end) ? end : at;
    return Duration.between(zero, inside).toNanos();
  }

  private static Instant until(Stop stop, Instant asOf) {
    return Objects.requireNonNullElse(stop.until(), asOf);
  }
}
