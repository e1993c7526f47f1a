package org.bihuan.bench;

import java.util.ArrayList;
import java.util.List;

/** What a run has found so far: lines for programs, remarks for people; said aloud as they come. */
final class Book {

  private final List<Line> lines = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  void line(Line line) {
    lines.add(line);
    System.err.printf(
        "%-13s callers=%-4d size=%-9d rate=%.1f/s p50=%.2f p95=%.2f p99=%.2f ms%s%n",
        line.work(),
        line.callers(),
        line.size(),
        line.rate(),
        line.p50(),
        line.p95(),
        line.p99(),
        against(line));
  }

  private static String against(Line line) {
    var ratio = line.ratio();
    return ratio == null
        ? ""
        : "  %.2f x %s (%.2f to %.2f)"
            .formatted(ratio.median(), line.reference(), ratio.min(), ratio.max());
  }

  /** Something a number alone does not tell. */
  void remark(String remark) {
    remarks.add(remark);
    System.err.println("  " + remark);
  }

  /** What is being done now; not part of the results. */
  void say(String what) {
    System.err.println("… " + what);
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }
}
