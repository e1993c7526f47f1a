package org.bihuan.foundation.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.shared.ChinaTime;

/**
 * Counts limits the slow way, one day or one minute after the other, from its own copy of the
 * notices: what the fast calendar is compared with. Moments are whole minutes, stops have ended.
 */
final class DayWalker {

  private static final String OFF =
      """
      2025-01-01 2025-01-01, 2025-01-28 2025-02-04, 2025-04-04 2025-04-06, 2025-05-01 2025-05-05,
      2025-05-31 2025-06-02, 2025-10-01 2025-10-08, 2026-01-01 2026-01-03, 2026-02-15 2026-02-23,
      2026-04-04 2026-04-06, 2026-05-01 2026-05-05, 2026-06-19 2026-06-21, 2026-09-25 2026-09-27,
      2026-10-01 2026-10-07, 2027-01-01 2027-01-01, 2027-02-05 2027-02-08, 2027-04-05 2027-04-05,
      2027-05-01 2027-05-02, 2027-06-09 2027-06-09, 2027-09-15 2027-09-15, 2027-10-01 2027-10-03""";
  private static final String MAKEUP =
      """
      2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
      2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10""";

  private static final long EIGHT_HOURS = 480;

  private final Map<Long, Boolean> working = new HashMap<>();
  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> makeup = new HashSet<>();

  /** With {@code makeupWorks} false it makes the mistake a calendar must not make. */
  DayWalker(boolean makeupWorks) {
    for (var range : OFF.split(",", -1)) {
      var ends = range.strip().split(" ", -1);
      var day = LocalDate.parse(ends[0]);
      while (!day.isAfter(LocalDate.parse(ends[1]))) {
        off.add(day);
        day = day.plusDays(1);
      }
    }
    if (makeupWorks) {
      for (var day : MAKEUP.split("\\s+", -1)) {
        makeup.add(LocalDate.parse(day));
      }
    }
  }

  Deadline due(Limit limit, Instant start, List<Stop> stops) {
    return switch (limit.unit()) {
      case WORKDAY, DAY -> dueDay(limit, ChinaTime.day(start), stops);
      case HOUR, MINUTE, WORKHOUR -> dueMinute(limit, start, stops);
    };
  }

  int used(Unit unit, Instant start, Instant end, List<Stop> stops) {
    int used = 0;
    if (unit == Unit.WORKDAY || unit == Unit.DAY) {
      var last = ChinaTime.day(end);
      for (var d = ChinaTime.day(start).plusDays(1); !d.isAfter(last); d = d.plusDays(1)) {
        used += !stopped(d, stops) && (unit == Unit.DAY || works(d)) ? 1 : 0;
      }
      return used;
    }
    for (long m = minute(start); m < minute(end); m++) {
      used += counts(unit, m, stops) ? 1 : 0;
    }
    return unit == Unit.MINUTE ? used : (used + 59) / 60;
  }

  private Deadline dueDay(Limit limit, LocalDate start, List<Stop> stops) {
    var day = start;
    boolean provisional = false;
    for (int left = limit.amount(); left > 0; ) {
      day = day.plusDays(1);
      provisional |= limit.unit() == Unit.WORKDAY && unpublished(day);
      left -= !stopped(day, stops) && (limit.unit() == Unit.DAY || works(day)) ? 1 : 0;
    }
    if (limit.unit() == Unit.DAY && limit.amount() > 0) {
      provisional = unpublished(day);
      while (!works(day) || stopped(day, stops)) {
        day = day.plusDays(1);
        provisional |= unpublished(day);
      }
    }
    return new Deadline(day, ChinaTime.startOf(day.plusDays(1)), provisional);
  }

  private Deadline dueMinute(Limit limit, Instant start, List<Stop> stops) {
    long m = minute(start);
    for (int left = limit.amount() * (limit.unit() == Unit.MINUTE ? 1 : 60); left > 0; m++) {
      left -= counts(limit.unit(), m, stops) ? 1 : 0;
    }
    var last = day(limit.amount() == 0 ? m : m - 1);
    boolean provisional =
        limit.unit() == Unit.WORKHOUR
            && limit.amount() > 0
            && ChinaTime.day(start).datesUntil(last.plusDays(1)).anyMatch(DayWalker::unpublished);
    return new Deadline(last, Instant.ofEpochSecond((m - EIGHT_HOURS) * 60), provisional);
  }

  private boolean counts(Unit unit, long minute, List<Stop> stops) {
    for (var stop : stops) {
      if (minute >= minute(stop.from()) && minute < minute(end(stop))) {
        return false;
      }
    }
    long ofDay = minute % 1440;
    boolean open = (ofDay >= 510 && ofDay < 720) || (ofDay >= 870 && ofDay < 1080);
    return unit == Unit.HOUR
        || unit == Unit.MINUTE
        || (open && working.computeIfAbsent(minute / 1440, d -> works(LocalDate.ofEpochDay(d))));
  }

  /** Minutes of Shanghai wall time since 1970. */
  private static long minute(Instant at) {
    return at.getEpochSecond() / 60 + EIGHT_HOURS;
  }

  private static LocalDate day(long minute) {
    return LocalDate.ofEpochDay(minute / 1440);
  }

  private boolean works(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return makeup.contains(day) || !(weekend || off.contains(day));
  }

  private static boolean stopped(LocalDate day, List<Stop> stops) {
    return stops.stream()
        .anyMatch(
            s ->
                ChronoUnit.DAYS.between(ChinaTime.day(s.from()), day) >= 0
                    && ChronoUnit.DAYS.between(day, ChinaTime.day(end(s))) > 0);
  }

  private static boolean unpublished(LocalDate day) {
    return day.getYear() != 2025 && day.getYear() != 2026;
  }

  private static Instant end(Stop stop) {
    var until = stop.until();
    if (until == null) {
      throw new IllegalArgumentException("the walker wants stops that have ended");
    }
    return until;
  }
}
