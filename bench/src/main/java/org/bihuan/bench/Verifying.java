package org.bihuan.bench;

import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.Pools;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.loop.cases.register.SnapshotSql;

/** Walks a whole register as {@code bihuan register verify} does. */
final class Verifying {

  private Verifying() {}

  /** One walk on one core; a register that is not whole ends the run. */
  static void run(Arena arena, int size, Book book) {
    var district = new District(140213);
    try (var pool = Pools.open(arena.database(Matters.DATABASE), district)) {
      long begun = System.nanoTime();
      var report = SnapshotSql.of(pool, district, Register::verify);
      double seconds = (System.nanoTime() - begun) / 1e9;
      if (!report.whole() || report.cases() != size) {
        throw new IllegalStateException(
            "the register is not whole: "
                + report.findings().size()
                + " findings, first "
                + report.findings().stream().findFirst());
      }
      double millis = seconds * 1000;
      book.line(
          new Line(
              "verify",
              1,
              report.entries(),
              report.entries() / seconds,
              millis,
              millis,
              millis,
              null,
              null));
      book.remark(
          "verify: %,d entries of %,d cases in %.0f s; 10,000,000 would take %.0f s"
              .formatted(
                  report.entries(), report.cases(), seconds, 1e7 * seconds / report.entries()));
    }
  }
}
