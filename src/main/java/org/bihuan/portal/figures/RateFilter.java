package org.bihuan.portal.figures;

import org.jspecify.annotations.Nullable;

/**
 * What an address of the rates asks for; everything may be absent.
 *
 * @param period code of a period that is running
 * @param from first day, where no period is named
 * @param to last day, likewise
 * @param by sorted by what: unit, item, street, channel, kind or time
 * @param unit only this unit's
 * @param sort column, with a minus for the largest first
 * @param show the rate of the chart
 * @param name one line of the table
 * @param rate one rate of it
 * @param standing how things count, several with commas
 * @param after where the last page of a list ended
 */
record RateFilter(
    @Nullable String period,
    @Nullable String from,
    @Nullable String to,
    @Nullable String by,
    @Nullable String unit,
    @Nullable String sort,
    @Nullable String show,
    @Nullable String name,
    @Nullable String rate,
    @Nullable String standing,
    @Nullable String after) {}
