package org.bihuan.portal.naming;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * The light of a limit. Amber from the last working day but one on, or in the last eight hours of a
 * limit in hours; the rule is ours, no law sets one.
 */
public enum Light {
  OK,
  NEAR,
  LATE,
  STOPPED,
  NONE;

  private static final Duration HOURS = Duration.ofHours(8);

  /** The name used in templates and messages. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The light of a limit that runs.
   *
   * @param due the first instant that is too late; absent where nothing counts
   */
  public static Light of(@Nullable Instant due, Instant now, WorkCalendar calendar) {
    if (due == null) {
      return NONE;
    }
    if (!due.isAfter(now)) {
      return LATE;
    }
    var lastDay = ChinaTime.day(due.minusNanos(1));
    boolean few = calendar.workdaysBetween(ChinaTime.day(now), lastDay) <= 1;
    boolean wholeDays = due.equals(ChinaTime.startOf(ChinaTime.day(due)));
    boolean soon = Duration.between(now, due).compareTo(HOURS) <= 0;
    return (wholeDays ? few : soon) ? NEAR : OK;
  }
}
