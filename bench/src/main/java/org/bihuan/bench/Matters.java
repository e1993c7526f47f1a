package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.bench.seeding.Seeding;

/** A district's years of matters, made once for each size and seed and kept for the next run. */
final class Matters {

  static final String DATABASE = "bihuan";

  private static final String DONE = "seeded-at";

  private Matters() {}

  /** Opens the server that holds them, filled if it is not. */
  static Arena open(Setup setup, int size, Book book) {
    var folder = folder(setup, size);
    if (!Files.exists(folder.resolve(DONE))) {
      seed(setup, size, book, folder);
    }
    return Arena.open(folder);
  }

  static Path folder(Setup setup, int size) {
    return setup.folder().resolve("cases-" + size + "-" + setup.seed());
  }

  private static void seed(Setup setup, int size, Book book, Path folder) {
    book.say("seeding %,d cases".formatted(size));
    Folders.clear(folder);
    long begun = System.nanoTime();
    var now = Instant.now();
    long entries = fill(setup, size, folder, now);
    try {
      Files.writeString(folder.resolve(DONE), now.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var took = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    book.remark(
        "seeding: %,d cases with %,d entries and all indexes in %d s"
            .formatted(size, entries, took));
  }

  private static long fill(Setup setup, int size, Path folder, Instant now) {
    try (var arena = Arena.open(Folders.make(folder))) {
      House.open(arena.database(DATABASE), folder).close(); // makes the product's tables
    }
    try (var arena = Arena.open(folder, Seeding.SETTINGS)) {
      return new Seeding(() -> arena.root(DATABASE), setup.seed(), size, now).run();
    } catch (SQLException e) {
      throw new IllegalStateException("the seeding failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while seeding", e);
    }
  }
}
