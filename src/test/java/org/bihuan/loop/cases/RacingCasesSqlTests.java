package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.cases.CaseFixtures.act;
import static org.bihuan.loop.cases.CaseFixtures.opening;
import static org.bihuan.loop.cases.CaseFixtures.staff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bihuan.foundation.access.Role;
import org.junit.jupiter.api.Test;

/** Many at once: one wins, nobody loses a word, and the lanes stay dense. */
class RacingCasesSqlTests {

  private static final CaseFixtures HOUSE = new CaseFixtures();

  private static <T> List<T> atOnce(int many, Callable<T> work) {
    var start = new CyclicBarrier(many);
    try (var threads = Executors.newFixedThreadPool(many)) {
      Callable<T> together =
          () -> {
            start.await();
            return work.call();
          };
      var results = new ArrayList<T>();
      for (var result : threads.invokeAll(Collections.nCopies(many, together))) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static String accepting(CaseId id, boolean seen) {
    var plain = act(id, "accept", staff(Role.DISPATCHER), "{}");
    var act = new Act(id, "accept", plain.actor(), seen ? 1L : null, null, CaseJson.object(), null);
    return CaseFixtures.outcome(HOUSE.cases.perform(List.of(act)).getFirst());
  }

  @Test
  void letExactlyOneOfThirtyTwoWin() {
    for (var seen : List.of(true, false)) {
      var id = HOUSE.open("appeal");
      var outcomes = new ArrayList<>(atOnce(32, () -> accepting(id, seen)));
      assertThat(outcomes.remove("accepted")).isTrue();
      assertThat(outcomes).hasSize(31).containsOnly(seen ? "changed-meanwhile" : "wrong-state");
      assertThat(HOUSE.cases.entries(id)).hasSize(2);
    }
    assertThat(HOUSE.verify().findings()).isEmpty();
  }

  @Test
  void openAnIdOnce() {
    var id = HOUSE.newId();
    var outcomes =
        atOnce(
            16,
            () ->
                CaseFixtures.outcome(
                    HOUSE.cases.open(List.of(opening(id, "appeal", null))).getFirst()));
    assertThat(outcomes).filteredOn("accepted"::equals).hasSize(1);
    assertThat(outcomes).filteredOn("already-opened"::equals).hasSize(15);
  }

  @Test
  void keepEveryLaneDenseWhileSixteenWork() {
    var shared = IntStream.range(0, 4).mapToObj(_ -> HOUSE.open("appeal")).toList();
    var done = atOnce(16, () -> IntStream.range(0, 8).map(_ -> works(shared)).sum());
    assertThat(done.stream().mapToInt(n -> n).sum()).isGreaterThanOrEqualTo(16 * 8 * 3);
    for (int lane = 0; lane < 8; lane++) {
      var positions =
          HOUSE
              .database
              .jdbc()
              .sql("select position from cases.case_entry where lane = ? order by position")
              .param(lane)
              .query(Long.class)
              .list();
      long last =
          HOUSE
              .database
              .jdbc()
              .sql("select last from cases.lane where lane = ?")
              .param(lane)
              .query(Long.class)
              .single();
      assertThat(positions).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
    }
    assertThat(HOUSE.verify().findings()).isEmpty();
  }

  /** Opens one of its own, moves it on, and meddles with those that all share; counts successes. */
  private static int works(List<CaseId> shared) {
    var own = HOUSE.open("appeal");
    var acts = new ArrayList<Act>();
    for (var id : shared) {
      acts.add(act(id, "accept", staff(Role.DISPATCHER), "{}"));
    }
    acts.add(act(own, "accept", staff(Role.DISPATCHER), "{}"));
    acts.add(act(own, "dispatch", staff(Role.DISPATCHER), "{\"unit\": \"dispatch-centre\"}"));
    Collections.shuffle(acts.subList(0, 4));
    var decisions = HOUSE.cases.perform(acts).stream().map(CaseFixtures::outcome).toList();
    assertThat(decisions.subList(4, 6)).containsOnly("accepted");
    return 1 + (int) decisions.stream().filter("accepted"::equals).count();
  }
}
