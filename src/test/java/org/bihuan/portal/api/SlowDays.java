package org.bihuan.portal.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts working days on one's fingers, from the notices as printed; knows nothing of the calendar.
 */
final class SlowDays {

  private static final Set<String> MAKEUP =
      Set.of("01-04", "02-14", "02-28", "05-09", "09-20", "10-10");

  private SlowDays() {}

  /** The day after so many working days; the first day is not counted. */
  static LocalDate workdays(LocalDate first, int count) {
    var day = first;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      left -= works(day) ? 1 : 0;
    }
    return day;
  }

  /** The day after so many days; a last day that is off moves to the next working day. */
  static LocalDate days(LocalDate first, int count) {
    var day = first.plusDays(count);
    while (!works(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  static boolean works(LocalDate day) {
    if (day.getYear() == 2026 && MAKEUP.contains(day.toString().substring(5))) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !off(day);
  }

  private static boolean off(LocalDate day) {
    int year = day.getYear();
    int date = day.getMonthValue() * 100 + day.getDayOfMonth();
    return year == 2026
        ? (date <= 103)
            || (date >= 215 && date <= 223)
            || (date >= 404 && date <= 406)
            || (date >= 501 && date <= 505)
            || (date >= 619 && date <= 621)
            || (date >= 925 && date <= 927)
            || (date >= 1001 && date <= 1007)
        : year == 2027 && (date == 101 || (date >= 205 && date <= 208));
  }
}
