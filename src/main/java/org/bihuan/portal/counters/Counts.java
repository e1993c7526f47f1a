package org.bihuan.portal.counters;

/**
 * How much waits on somebody's own pile; {@code 99+} for more than that.
 *
 * @param waiting all of it
 * @param today what runs out before the day is over
 * @param late what has run out
 */
public record Counts(String waiting, String today, String late) {}
