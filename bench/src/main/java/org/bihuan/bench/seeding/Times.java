package org.bihuan.bench.seeding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.ChinaTime;

/**
 * Moments in whole seconds as the database and the register write them, and due days as the
 * product's calendar counts them; both remembered by day, since a limit in days depends on the day
 * alone.
 */
final class Times {

  private static final long DAY = 86_400;
  private static final int DAYS = 3_000;
  private static final long ZERO = LocalDate.of(2024, 1, 1).toEpochDay();

  /** China is eight hours ahead, all year. */
  private static final long AHEAD = 8 * 3_600;

  private static final byte[][] DATES = new byte[DAYS][];

  static {
    for (int i = 0; i < DAYS; i++) {
      DATES[i] = Bytes.utf8(LocalDate.ofEpochDay(ZERO + i).toString());
    }
  }

  private Times() {}

  /** What a limit comes to. */
  record Due(long day, long at, boolean provisional) {}

  /** A limit with what it comes to for every day it may begin on. */
  static final class Term {

    final byte[] text;
    final int amount;
    final byte[] unit;
    private final Due[] due = new Due[DAYS];

    Term(String limit) {
      var whole = Limit.of(limit);
      this.text = Bytes.utf8(limit);
      this.amount = whole.amount();
      this.unit = Bytes.utf8(whole.unit().code());
      var calendar = WorkCalendar.shipped();
      for (int i = 0; i < DAYS - 60; i++) {
        var noon = ChinaTime.startOf(LocalDate.ofEpochDay(ZERO + i)).plusSeconds(DAY / 2);
        var deadline = calendar.due(whole, noon, List.of());
        due[i] =
            new Due(
                deadline.day().toEpochDay(),
                deadline.at().getEpochSecond(),
                deadline.provisional());
      }
    }

    Due from(long seconds) {
      return due[(int) (chinaDay(seconds) - ZERO)];
    }
  }

  /** The day on the wall in China, counted from 1970. */
  static long chinaDay(long seconds) {
    return Math.floorDiv(seconds + AHEAD, DAY);
  }

  static byte[] date(long epochDay) {
    return DATES[(int) (epochDay - ZERO)];
  }

  /** As {@link Instant#toString} writes whole seconds. */
  static Bytes text(Bytes into, long seconds) {
    int clock = (int) Math.floorMod(seconds, DAY);
    into.clear().put(date(Math.floorDiv(seconds, DAY))).put('T');
    two(into, clock / 3_600).put(':');
    two(into, clock / 60 % 60).put(':');
    return two(into, clock % 60).put('Z');
  }

  private static Bytes two(Bytes into, int value) {
    return into.put('0' + value / 10).put('0' + value % 10);
  }
}
