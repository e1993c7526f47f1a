package org.bihuan.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The results for people: a table, what it was measured on, and what the numbers alone hide. */
final class Report {

  private final Book book;

  Report(Book book) {
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
    works().forEach(n -> n.remarks().forEach(r -> text.append("- ").append(r).append('\n')));
    text.append("\n## On what\n\n");
    Machine.facts().forEach((name, fact) -> text.append("- %s: %s%n".formatted(name, fact)));
    text.append("\n## When\n\n");
    for (var work : Work.values()) {
      var notes = book.notes().get(work.code());
      if (notes != null) {
        text.append("- %s: %s%n".formatted(work.code(), notes.run()));
      }
    }
    return text.toString();
  }

  private Stream<Book.Notes> works() {
    return Arrays.stream(Work.values()).flatMap(w -> Stream.ofNullable(book.notes().get(w.code())));
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
