package org.bihuan.foundation.calendar;

/**
 * What a later module does when days off change: recompute its open limits and record old and new.
 *
 * <p>Called after the import is committed, in the process that imported, outside any transaction. A
 * crash in between loses the call, so a listener keeps the {@link WorkCalendar#edition()} it last
 * finished and catches up at start; it must bear being called twice for one edition.
 */
public interface CalendarListener {

  /** Recomputes whatever was computed with an earlier edition. */
  void calendarChanged(WorkCalendar now);
}
