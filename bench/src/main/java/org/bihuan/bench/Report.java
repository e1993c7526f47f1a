package org.bihuan.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The results for people: a table, what it was measured on, and what the numbers alone hide. */
final class Report {

  private final Setup setup;
  private final Book book;

  Report(Setup setup, Book book) {
    this.setup = setup;
    this.book = book;
  }

  String text() {
    var text = new StringBuilder("# Measured\n\n");
    text.append("Written by `./bench/run`; how it is measured stands in `../README.md`.\n\n");
    text.append("| work | callers | size | rate /s | p50 ms | p95 ms | p99 ms | reference |");
    text.append(" ratio | min | max |\n|---|--:|--:|--:|--:|--:|--:|---|--:|--:|--:|\n");
    book.lines().forEach(line -> text.append(row(line)));
    text.append("\n![Rates beside their references](ratios.svg)\n\n![Times](times.svg)\n\n");
    text.append("## Besides\n\n");
    book.remarks().forEach(remark -> text.append("- ").append(remark).append('\n'));
    text.append("\n## On what\n\n");
    Machine.facts().forEach((name, fact) -> text.append("- %s: %s%n".formatted(name, fact)));
    text.append(
        "- run: %s, seed %d, %d turns of %d s each, %s%n"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                setup.seed(),
                setup.rounds(),
                setup.turn().toSeconds(),
                setup.quick() ? "quick: too short to be quoted" : "full"));
    return text.toString();
  }

  private static String row(Line line) {
    var ratio = line.ratio();
    var compared =
        ratio == null
            ? "| | | |"
            : String.format(
                Locale.ROOT,
                "%s | %.2f | %.2f | %.2f |",
                line.reference(),
                ratio.median(),
                ratio.min(),
                ratio.max());
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %.1f | %.2f | %.2f | %.2f | %s%n",
        line.work(),
        line.callers(),
        line.size() == 0 ? "" : String.format(Locale.ROOT, "%,d", line.size()),
        line.rate(),
        line.p50(),
        line.p95(),
        line.p99(),
        compared);
  }
}
