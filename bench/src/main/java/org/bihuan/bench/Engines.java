package org.bihuan.bench;

import java.util.List;

/** The same six acts through the product and through two process engines. */
final class Engines {

  private final Setup setup;
  private final Arena arena;
  private final Book book;

  Engines(Setup setup, Arena arena, Book book) {
    this.setup = setup;
    this.arena = arena;
    this.book = book;
  }

  void run() {
    var meter = new Meter(arena);
    var product = new Product(arena, setup.folder(), "beside");
    var rivals =
        List.<Contestant>of(new Flowable(arena, "flowable"), new Operaton(arena, "operaton"));
    var all = List.of(product, rivals.get(0), rivals.get(1));
    var before = all.stream().map(c -> meter.read(c.database())).toList();
    var duel = new Duel(meter, all);
    try {
      book.say("engines: warming up, %d s each".formatted(setup.warmUp().toSeconds()));
      duel.warm(32, setup.warmUp());
      for (int callers : setup.quick() ? List.of(32, 256) : List.of(8, 32, 256)) {
        duel.run(callers, setup.turn(), setup.rounds());
        for (var rival : rivals) {
          compare(duel, callers, product, rival);
        }
      }
    } finally {
      all.forEach(Contestant::close);
    }
    for (int i = 0; i < all.size(); i++) {
      var contestant = all.get(i);
      var seen = meter.read(contestant.database()).since(before.get(i));
      double acts = duel.total(contestant);
      book.remark(
          "engines, %s: %.2f commits and %.2f statements per act"
              .formatted(contestant.name(), seen.commits() / acts, seen.statements() / acts));
    }
  }

  private void compare(Duel duel, int callers, Product product, Contestant rival) {
    book.line(
        duel.line("engines", callers, product).against(rival.name(), duel.ratio(product, rival)));
    var line = duel.line("engines", callers, rival);
    book.remark(
        "engines, %d callers, %s: %.1f lives/s, p50 %.1f p99 %.1f ms; log per act %.0f bytes, ours %.0f (%.3f times); processor time per act %s µs, ours %s µs"
            .formatted(
                callers,
                rival.name(),
                line.rate(),
                line.p50(),
                line.p99(),
                duel.walPerAct(rival),
                duel.walPerAct(product),
                duel.walPerAct(product) / duel.walPerAct(rival),
                duel.effortPerAct(rival),
                duel.effortPerAct(product)));
  }
}
