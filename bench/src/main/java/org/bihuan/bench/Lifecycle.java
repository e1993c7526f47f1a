package org.bihuan.bench;

import java.util.List;

/** Six acts of an appeal through the product's door, beside one hand-written call per act. */
final class Lifecycle {

  private final Setup setup;
  private final Arena arena;
  private final Book book;

  Lifecycle(Setup setup, Arena arena, Book book) {
    this.setup = setup;
    this.arena = arena;
    this.book = book;
  }

  void run() {
    var meter = new Meter(arena);
    var product = new Product(arena, setup.folder(), "lifecycle");
    var reference = new Reference(arena, setup.folder(), "reference");
    var ours = meter.read(product.database());
    var theirs = meter.read(reference.database());
    var duel = new Duel(meter, List.of(product, reference));
    try (product;
        reference) {
      book.say("lifecycle: warming up");
      duel.warm(32, setup.warmUp().dividedBy(2));
      for (int callers : setup.callers()) {
        duel.run(callers, setup.turn(), setup.rounds());
        book.line(
            duel.line("lifecycle", callers, product)
                .against(reference.name(), duel.ratio(product, reference)));
        remarks(duel, callers, product, reference);
      }
    }
    book.remark(
        "lifecycle: %d times a caller was turned away and came again"
            .formatted(product.turnedAway()));
    counts(meter.read(product.database()).since(ours), duel.total(product), product);
    counts(meter.read(reference.database()).since(theirs), duel.total(reference), reference);
  }

  private void remarks(Duel duel, int callers, Product product, Reference reference) {
    double ours = duel.walPerAct(product);
    double theirs = duel.walPerAct(reference);
    book.remark(
        "lifecycle, %d callers: log per act %.0f bytes against %.0f (%.2f times)"
            .formatted(callers, ours, theirs, ours / theirs));
    for (var contestant : List.of(product, reference)) {
      book.remark(
          "lifecycle, %d callers, %s: processor time per act, program + server: %s µs"
              .formatted(callers, contestant.name(), duel.effortPerAct(contestant)));
      var text = new StringBuilder();
      for (var step : Step.values()) {
        var sample = new Sample();
        duel.turns(contestant)
            .forEach(turn -> sample.addAll(turn.acts().getOrDefault(step, new Sample())));
        text.append(
            " %s %.1f/%.1f/%.1f"
                .formatted(
                    step.code(),
                    sample.percentile(0.5),
                    sample.percentile(0.95),
                    sample.percentile(0.99)));
      }
      book.remark(
          "lifecycle, %d callers, %s, p50/p95/p99 ms:%s"
              .formatted(callers, contestant.name(), text));
    }
  }

  private void counts(Meter.Reading seen, long acts, Contestant contestant) {
    book.remark(
        "%s: %.2f commits and %.2f statements per act over %d acts, all callers together"
            .formatted(
                contestant.name(),
                seen.commits() / (double) acts,
                seen.statements() / (double) acts,
                acts));
  }
}
