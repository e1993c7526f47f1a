package org.bihuan.foundation.calendar;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.foundation.shared.Text;

/**
 * One calendar year as its file states it, already checked by {@link YearReader}.
 *
 * @param about which year, from which source
 * @param off days off in order, without overlap
 * @param makeup weekend days that are worked, in order
 */
record WorkYear(CalendarYear about, List<Off> off, List<LocalDate> makeup) {

  WorkYear {
    off = List.copyOf(off);
    makeup = List.copyOf(makeup);
  }

  int year() {
    return about.year();
  }

  /** The same year carrying the revision it was stored under. */
  WorkYear revised(int revision) {
    return new WorkYear(
        new CalendarYear(about.year(), about.published(), about.source(), about.origin(), revision),
        off,
        makeup);
  }

  /**
   * Days off in one piece.
   *
   * @param from first day off
   * @param to last day off, the same or later
   * @param name the holiday
   */
  record Off(LocalDate from, LocalDate to, Text name) {}
}
