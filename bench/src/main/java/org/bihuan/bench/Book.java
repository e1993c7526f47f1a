package org.bihuan.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has been found so far: lines for programs, remarks for people; said aloud as they come. What
 * an earlier run found stays until the same work is done again.
 */
final class Book {

  private final List<Line> lines;
  private final Map<String, Notes> notes;
  private String work = "";

  Book() {
    this(List.of(), Map.of());
  }

  Book(List<Line> lines, Map<String, Notes> notes) {
    this.lines = new ArrayList<>(lines);
    this.notes = new LinkedHashMap<>(notes);
  }

  /**
   * What is told of one work besides its lines.
   *
   * @param run when and how it was measured
   * @param remarks what numbers alone do not tell
   */
  record Notes(String run, List<String> remarks) {}

  /** Begins a work: what was known of it is forgotten. */
  void begin(String code, String run) {
    work = code;
    lines.removeIf(line -> line.work().equals(code));
    notes.put(code, new Notes(run, new ArrayList<>()));
    say(code);
  }

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
    var here = notes.get(work);
    if (here != null) {
      here.remarks().add(remark);
    }
    System.err.println("  " + remark);
  }

  /** What is being done now; not part of the results. */
  void say(String what) {
    System.err.println("… " + what);
  }

  List<Line> lines() {
    return lines.stream().sorted(Comparator.comparing(line -> Work.of(line.work()))).toList();
  }

  Map<String, Notes> notes() {
    return Map.copyOf(notes);
  }
}
