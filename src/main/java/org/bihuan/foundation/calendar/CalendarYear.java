package org.bihuan.foundation.calendar;

/**
 * Where one year of the calendar comes from, for people who want to check it.
 *
 * @param year the calendar year
 * @param published false while only the days fixed by the national rule are known
 * @param source title, number and date of the notice in one line
 * @param origin {@code national}, {@code local} or {@code ours}
 * @param revision 0 for the shipped file, counted up by each import of the year
 */
public record CalendarYear(
    int year, boolean published, String source, String origin, int revision) {}
