package org.bihuan.loop.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An independent interpreter walks at random and never gets lost where the proof says so. */
class WalkRulesTests {

  private static final int WALKS = 10_000;
  private static final int STEPS = 40;
  private static final long SEED = 20_261_123L;

  @Test
  void noWalkOverWhatShipsGetsLost() {
    var procedures = Procedures.shipped();
    var variants = new ArrayList<>(procedures.all());
    for (var procedure : procedures.all()) {
      variants.addAll(Item.distinct(procedure, procedures.items()).values());
    }
    assertThat(variants).hasSizeGreaterThan(procedures.all().size());
    for (var procedure : variants) {
      assertThat(complaints(procedure)).as(procedure.id()).isEmpty();
    }
  }

  @Test
  void walksDoGetLostWhereTheProofSaysSo() {
    for (var file :
        List.of(
            "rule-2-no-clock",
            "rule-2-run-out",
            "rule-4-unanswered",
            "rule-4-reopened",
            "rule-5-left-running",
            "rule-5-begun-twice")) {
      assertThat(complaints(ProcedureFixtures.unproved(file))).as(file).isNotEmpty();
    }
  }

  private static List<String> complaints(Procedure procedure) {
    return IntStream.range(0, WALKS)
        .mapToObj(walk -> new Walker(procedure, new Random(SEED + walk)).walk(STEPS))
        .filter(Objects::nonNull)
        .limit(3)
        .toList();
  }
}
