package org.bihuan.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the results.
 *
 * @param work what was done
 * @param callers how many did it at once
 * @param size how many matters there were; 0 where it does not matter
 * @param rate how often a second
 * @param p50 median time in milliseconds
 * @param p95 time that one in twenty exceeded
 * @param p99 time that one in a hundred exceeded
 * @param reference what it is compared with; absent if nothing
 * @param ratio this rate to the reference's, turn by turn; absent if nothing was compared
 */
record Line(
    String work,
    int callers,
    long size,
    double rate,
    double p50,
    double p95,
    double p99,
    @Nullable String reference,
    @Nullable Ratio ratio) {

  /** Ratios of turns that followed each other: median, lowest, highest. */
  record Ratio(double median, double min, double max) {

    static Ratio of(List<Double> pairs) {
      var sorted = pairs.stream().sorted().toList();
      int half = sorted.size() / 2;
      double median =
          sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
      return new Ratio(median, sorted.getFirst(), sorted.getLast());
    }
  }

  static Line alone(String work, int callers, long size, Sample sample, double seconds) {
    return new Line(
        work,
        callers,
        size,
        sample.size() / seconds,
        sample.percentile(0.50),
        sample.percentile(0.95),
        sample.percentile(0.99),
        null,
        null);
  }

  Line against(String other, Ratio how) {
    return new Line(work, callers, size, rate, p50, p95, p99, other, how);
  }
}
