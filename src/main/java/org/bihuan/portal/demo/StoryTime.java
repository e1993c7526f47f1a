package org.bihuan.portal.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.ChinaTime;

/**
 * When something happens in a story, relative to another instant: {@code -3 workday 09:10}, {@code
 * 25 minute}, {@code -1 workday -5 day 10:00}. A working day before or after is the next one in
 * that direction that is worked; parts are taken from left to right.
 */
record StoryTime(String text) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  StoryTime {}

  /** The instant this is, seen from another. */
  Instant from(Instant base, WorkCalendar calendar) {
    var at = base;
    var words = text.strip().split("\\s+", -1);
    for (int i = 0; i < words.length; i += 2) {
      at =
          words[i].contains(":")
              ? at(at, LocalTime.parse(words[i]))
              : moved(at, words, i, calendar);
    }
    return at;
  }

  private Instant moved(Instant at, String[] words, int i, WorkCalendar calendar) {
    if (i + 1 >= words.length) {
      throw new IllegalArgumentException("a story's time reads like '-3 workday 09:10': " + text);
    }
    int amount = Integer.parseInt(words[i]);
    return switch (words[i + 1]) {
      case "minute" -> at.plus(amount, ChronoUnit.MINUTES);
      case "hour" -> at.plus(amount, ChronoUnit.HOURS);
      case "day" -> at.plus(amount, ChronoUnit.DAYS);
      case "workday" -> workdays(at, amount, calendar);
      case String unit ->
          throw new IllegalArgumentException("a story knows no unit " + unit + ": " + text);
    };
  }

  private static Instant workdays(Instant at, int amount, WorkCalendar calendar) {
    var day = ChinaTime.day(at);
    int step = Integer.signum(amount);
    for (int left = Math.abs(amount); left > 0; ) {
      day = day.plusDays(step);
      left -= calendar.isWorkday(day) ? 1 : 0;
    }
    return on(day, at.atZone(ChinaTime.ZONE).toLocalTime());
  }

  private static Instant at(Instant at, LocalTime time) {
    return on(ChinaTime.day(at), time);
  }

  private static Instant on(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ChinaTime.ZONE).toInstant();
  }
}
