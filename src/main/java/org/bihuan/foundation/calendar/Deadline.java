package org.bihuan.foundation.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a limit ends.
 *
 * @param day the last day that is still in time
 * @param at the first instant that is too late: midnight after the day, or the moment for hours
 * @param provisional true while the range touches a year whose holidays are not published
 */
public record Deadline(LocalDate day, Instant at, boolean provisional) {}
