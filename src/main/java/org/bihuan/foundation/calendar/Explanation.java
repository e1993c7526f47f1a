package org.bihuan.foundation.calendar;

import java.util.List;
import java.util.stream.IntStream;
import org.bihuan.foundation.calendar.CountedDay.Kind;

/**
 * The days of a limit, told one by one.
 *
 * @param table what each day is
 * @param limit what is counted
 * @param count from where and what is left out
 */
record Explanation(DayTable table, Limit limit, Count count) {

  List<CountedDay> days(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(day -> new CountedDay(DayTable.date(day), kind(day, first), used(day, last)))
        .toList();
  }

  /** The last unit is used up on the last day, also where that day moved (民法典 203). */
  private int used(int day, int last) {
    if (day == last) {
      return limit.amount();
    }
    long units = count.spent(count.scale().day(day + 1)) / count.scale().grains();
    int most = limit.unit() == Unit.DAY ? Math.max(0, limit.amount() - 1) : limit.amount();
    return Math.toIntExact(Math.min(units, most));
  }

  private Kind kind(int day, int first) {
    if (day == first) {
      return Kind.START;
    }
    if (count.stops(day)) {
      return Kind.STOPPED;
    }
    return switch (limit.unit()) {
      case HOUR, MINUTE -> Kind.COUNTED;
      case DAY -> day < count.end(limit.amount()) - 1 ? Kind.COUNTED : nature(day);
      case WORKDAY, WORKHOUR -> nature(day);
    };
  }

  private Kind nature(int day) {
    return switch (table.nature(day)) {
      case HOLIDAY -> Kind.HOLIDAY;
      case WEEKEND -> Kind.WEEKEND;
      case MAKEUP -> Kind.MAKEUP;
      case WORKDAY -> table.provisional(day) ? Kind.UNPUBLISHED : Kind.COUNTED;
    };
  }
}
