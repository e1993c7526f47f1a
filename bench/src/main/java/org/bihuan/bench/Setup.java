package org.bihuan.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What was asked for.
 *
 * @param quick true for a short run that shows that everything works
 * @param seed what all invented data and all choices come from
 * @param sizes how many matters the lists, boards and searches are measured over
 * @param home the checkout
 * @param folder where databases of this run live
 */
record Setup(boolean quick, long seed, List<Integer> sizes, Path home, Path folder) {

  /** Connections each contestant has, the product's default. */
  static final int POOL = 16;

  Setup {
    sizes = List.copyOf(sizes);
  }

  /** How long one turn of a contestant lasts. */
  Duration turn() {
    return Duration.ofSeconds(quick ? 3 : 10);
  }

  /** How often the contestants take turns. */
  int rounds() {
    return quick ? 3 : 5;
  }

  /** How long a contestant runs before it is measured. */
  Duration warmUp() {
    return Duration.ofSeconds(quick ? 8 : 60);
  }

  List<Integer> callers() {
    return List.of(1, 8, 32, 256);
  }

  /** When and how this run measures, in words. */
  String run() {
    return "%s, seed %d, %d turns of %d s each, %s"
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.MINUTES),
            seed,
            rounds(),
            turn().toSeconds(),
            quick ? "quick: too short to be quoted" : "full");
  }

  Path results() {
    return home.resolve("bench/results");
  }
}
