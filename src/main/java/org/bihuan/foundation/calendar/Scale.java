package org.bihuan.foundation.calendar;

/**
 * How one unit is counted along a line: days lie on day indexes (a place is the midnight before the
 * day), hours on nanoseconds since the first day. Every question is answered in constant time.
 */
sealed interface Scale {

  /** Nanoseconds of a day: the country keeps no summer time. */
  long DAY = 86_400_000_000_000L;

  long HOUR = DAY / 24;

  long MINUTE = HOUR / 60;

  /** How many grains lie before this place. */
  long before(long place);

  /** The earliest place before which so many grains lie. */
  long reach(long grains);

  /** Grains in one unit. */
  long grains();

  /** The place where the day with this index begins. */
  long day(int index);

  /** Calendar days: each is one grain. */
  record Days() implements Scale {
    @Override
    public long before(long place) {
      return place;
    }

    @Override
    public long reach(long grains) {
      return grains;
    }

    @Override
    public long grains() {
      return 1;
    }

    @Override
    public long day(int index) {
      return index;
    }
  }

  /** Working days: each is one grain, other days are none. */
  record Workdays(DayTable table) implements Scale {
    @Override
    public long before(long place) {
      return table.workedBefore(Math.toIntExact(place));
    }

    @Override
    public long reach(long grains) {
      return table.ranked(grains) + 1L;
    }

    @Override
    public long grains() {
      return 1;
    }

    @Override
    public long day(int index) {
      return index;
    }
  }

  /** Running hours or minutes, whichever the unit has grains for: each nanosecond is a grain. */
  record Moments(long unit) implements Scale {
    @Override
    public long before(long place) {
      return place;
    }

    @Override
    public long reach(long grains) {
      return grains;
    }

    @Override
    public long grains() {
      return unit;
    }

    @Override
    public long day(int index) {
      return index * DAY;
    }
  }

  /** Working hours: each nanosecond in which the windows are open is a grain. */
  record Workhours(DayTable table, OfficeHours hours) implements Scale {
    @Override
    public long before(long place) {
      int day = Math.toIntExact(place / DAY);
      long open = table.workedBefore(day) * hours.perDay();
      return day < DayTable.SIZE && table.works(day) ? open + hours.within(place % DAY) : open;
    }

    @Override
    public long reach(long grains) {
      long days = (grains - 1) / hours.perDay();
      return table.ranked(days + 1) * DAY + hours.reach(grains - days * hours.perDay());
    }

    @Override
    public long grains() {
      return HOUR;
    }

    @Override
    public long day(int index) {
      return index * DAY;
    }
  }
}
