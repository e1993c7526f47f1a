package org.bihuan.foundation.calendar;

import java.util.List;

/**
 * A limit being counted: from where, along which scale, with which stretches left out.
 *
 * @param scale how the unit is counted
 * @param start the place counting begins, after the start day for units of days
 * @param stops stretches left out, in order, apart from each other, none before the start
 */
record Count(Scale scale, long start, List<Span> stops) {

  /** The place by which so many units are used up. */
  long end(int amount) {
    if (amount == 0) {
      return start;
    }
    long grains = scale.before(start) + amount * scale.grains();
    for (var stop : stops) {
      if (grains <= scale.before(stop.from())) {
        break;
      }
      grains += scale.before(stop.until()) - scale.before(stop.from());
    }
    return scale.reach(grains);
  }

  /** Grains used up between the start and this place, 0 if it lies before the start. */
  long spent(long place) {
    return place <= start ? 0 : scale.before(place) - scale.before(start) - stopped(start, place);
  }

  /** Whether the stops leave nothing of the day, or all of it lies inside one. */
  boolean stops(int day) {
    long first = scale.day(day);
    long end = scale.day(day + 1);
    long grains = scale.before(end) - scale.before(first);
    return stops.stream().anyMatch(s -> s.covers(first, end))
        || (grains > 0 && stopped(first, end) == grains);
  }

  private long stopped(long first, long end) {
    long grains = 0;
    for (var stop : stops) {
      long from = Math.max(first, stop.from());
      long until = Math.min(end, stop.until());
      grains += from < until ? scale.before(until) - scale.before(from) : 0;
    }
    return grains;
  }
}
