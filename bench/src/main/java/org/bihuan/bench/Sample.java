package org.bihuan.bench;

import java.util.Arrays;

/** Times of one kind of work in nanoseconds, kept whole so that percentiles are exact. */
final class Sample {

  private long[] nanos = new long[1024];
  private int size;

  void add(long elapsed) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, size * 2);
    }
    nanos[size++] = elapsed;
  }

  void addAll(Sample other) {
    for (int i = 0; i < other.size; i++) {
      add(other.nanos[i]);
    }
  }

  int size() {
    return size;
  }

  /** The time that a share of all did not exceed, in milliseconds; 0 if there were none. */
  double percentile(double share) {
    if (size == 0) {
      return 0;
    }
    var sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * size);
    return sorted[Math.max(1, rank) - 1] / 1e6;
  }
}
