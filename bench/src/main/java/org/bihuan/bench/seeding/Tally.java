package org.bihuan.bench.seeding;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** How often each deed was done on each day: what the board's follower would have counted. */
final class Tally {

  private static final int DAYS = 3_000;
  private static final long ZERO = LocalDate.of(2024, 1, 1).toEpochDay();

  private final AtomicIntegerArray counts = new AtomicIntegerArray(DAYS * Deed.values().length);

  void count(long at, Deed deed) {
    counts.incrementAndGet(index((int) (Times.chinaDay(at) - ZERO), deed));
  }

  private static int index(int day, Deed deed) {
    return day * Deed.values().length + deed.ordinal();
  }

  /** Takes each count that is not zero. */
  interface Each {
    void row(LocalDate day, Deed deed, int n);
  }

  void each(Each each) {
    for (int day = 0; day < DAYS; day++) {
      for (var deed : Deed.values()) {
        int n = counts.get(index(day, deed));
        if (n > 0) {
          each.row(LocalDate.ofEpochDay(ZERO + day), deed, n);
        }
      }
    }
  }
}
