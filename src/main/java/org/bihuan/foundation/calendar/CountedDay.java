package org.bihuan.foundation.calendar;

import java.time.LocalDate;
import java.util.Locale;

/**
 * One line of an explained limit.
 *
 * @param date the day
 * @param kind how it was taken
 * @param n how many units are used up after it
 */
public record CountedDay(LocalDate date, Kind kind, int n) {

  /** How a day was taken; the codes are the API's. */
  public enum Kind {
    START,
    COUNTED,
    MAKEUP,
    WEEKEND,
    HOLIDAY,
    STOPPED,
    UNPUBLISHED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
