package org.bihuan.foundation.letters;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.foundation.shared.ChinaTime;

/** When a letter may go, and when it is tried again; pure. */
final class LetterRules {

  private LetterRules() {}

  /** The earliest moment from now on that is not in the quiet hours. */
  static Instant loud(LetterSettings settings, Instant now) {
    var here = now.atZone(ChinaTime.ZONE);
    var time = here.toLocalTime();
    var from = settings.quietFrom();
    var until = settings.quietUntil();
    boolean night = from.isAfter(until);
    boolean quiet =
        night
            ? !time.isBefore(from) || time.isBefore(until)
            : !time.isBefore(from) && time.isBefore(until);
    if (!quiet) {
      return now;
    }
    var day = night && !time.isBefore(from) ? here.toLocalDate().plusDays(1) : here.toLocalDate();
    return day.atTime(until).atZone(ChinaTime.ZONE).toInstant();
  }

  /** How long to wait after so many failures. */
  static Duration pause(LetterSettings settings, int tries) {
    var wait = settings.firstWait();
    for (int i = 1; i < tries && wait.compareTo(settings.longestWait()) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(settings.longestWait()) < 0 ? wait : settings.longestWait();
  }

  /** True if what happened is still news. */
  static boolean news(LetterSettings settings, Instant happened, Instant now) {
    return happened.plus(settings.tooLate()).isAfter(now);
  }
}
