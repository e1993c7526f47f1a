package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.rounds.RoundsFull;
import org.bihuan.loop.cases.rounds.RoundsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Many callers, one commit: nobody is answered early, nobody suffers from a neighbour. */
class RoundsSqlTests {

  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void end() throws InterruptedException {
    callers.shutdownNow();
    assertThat(callers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private static CaseFixtures one(int waiting, Duration patience) {
    return new CaseFixtures(
        new RoundsSettings(1, 128, waiting, patience), UnaryOperator.identity());
  }

  /** An errand that holds its writer until it is let go. */
  private static final class Holding implements Errand {

    private final CaseId file;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    Holding(CaseId file) {
      this.file = file;
    }

    @Override
    public CaseId file() {
      return file;
    }

    @Override
    public Optional<Errand.Move> ready() {
      begun.countDown();
      try {
        assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Optional.empty();
    }

    @Override
    public boolean decided(@Nullable Decision decision) {
      return true;
    }
  }

  private Holding held(CaseFixtures house) throws InterruptedException {
    var holding = new Holding(new CaseId(Uuid7.next(house.clock)));
    var ran = callers.submit(() -> house.cases.run(holding));
    assertThat(holding.begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ran.isDone()).isFalse();
    return holding;
  }

  private Future<Decision> later(CaseFixtures house, CaseId id, String act, Role role) {
    var todo = CaseFixtures.act(id, act, CaseFixtures.staff(role), "{}");
    return callers.submit(() -> house.cases.perform(List.of(todo)).getFirst());
  }

  private static void settle() throws InterruptedException {
    Thread.sleep(300);
  }

  @Nested
  class Carrying {

    @Test
    void commitsOnceForMany() throws Exception {
      var house = one(512, Duration.ofSeconds(20));
      var ids = new ArrayList<CaseId>();
      for (int i = 0; i < 40; i++) {
        ids.add(house.open("appeal"));
      }
      var holding = held(house);
      var made = ids.stream().map(id -> later(house, id, "accept", Role.DISPATCHER)).toList();
      settle();
      holding.go.countDown();
      for (var decision : made) {
        assertThat(CaseFixtures.outcome(decision.get())).isEqualTo("accepted");
      }
      int commits =
          house
              .database
              .jdbc()
              .sql("select count(distinct xmin::text) from cases.case_entry where act = 'accept'")
              .query(Integer.class)
              .single();
      assertThat(commits).isLessThan(10);
      assertThat(house.verify().whole()).isTrue();
    }

    @Test
    void answersAfterTheCommitOnly() throws Exception {
      var house = one(512, Duration.ofSeconds(20));
      for (int i = 0; i < 20; i++) {
        var id = house.open("appeal");
        var seen =
            house
                .database
                .jdbc()
                .sql("select version from cases.case_file where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        assertThat(seen).hasValue(1L);
      }
    }

    @Test
    void keepsTheOrderOfOneMatter() throws Exception {
      var house = one(512, Duration.ofSeconds(20));
      var id = house.open("appeal");
      var holding = held(house);
      var first = later(house, id, "accept", Role.DISPATCHER);
      settle();
      var second = later(house, id, "accept", Role.DISPATCHER);
      settle();
      holding.go.countDown();
      assertThat(CaseFixtures.outcome(first.get())).isEqualTo("accepted");
      assertThat(CaseFixtures.outcome(second.get())).isEqualTo("wrong-state");
    }
  }

  @Nested
  class Poison {

    @Test
    void failsOnlyWhoBroughtIt() throws Exception {
      var house = one(512, Duration.ofSeconds(20));
      var good = house.open("appeal");
      var bad = house.open("appeal");
      var holding = held(house);
      var before = later(house, good, "accept", Role.DISPATCHER);
      var poison = callers.submit(() -> house.cases.run(poisoned(house, bad)));
      settle();
      holding.go.countDown();
      assertThat(CaseFixtures.outcome(before.get())).isEqualTo("accepted");
      assertThatThrownBy(poison::get)
          .isInstanceOf(ExecutionException.class)
          .hasStackTraceContaining("division by zero");
      assertThat(house.cases.find(bad).orElseThrow().version()).isEqualTo(1);
    }

    private static Errand poisoned(CaseFixtures house, CaseId id) {
      return new Errand() {
        @Override
        public CaseId file() {
          return id;
        }

        @Override
        public Optional<Errand.Move> ready() {
          house.database.jdbc().sql("select 1 / 0").query(Integer.class).single();
          return Optional.empty();
        }

        @Override
        public boolean decided(@Nullable Decision decision) {
          return true;
        }
      };
    }

    @Test
    void leavesNothingOfAnErrandThatWantsNothingKept() throws Exception {
      var house = one(512, Duration.ofSeconds(20));
      var good = house.open("appeal");
      var undone = house.open("appeal");
      var holding = held(house);
      var kept = later(house, good, "accept", Role.DISPATCHER);
      var act = CaseFixtures.act(undone, "accept", CaseFixtures.staff(Role.DISPATCHER), "{}");
      var told = new AtomicInteger();
      var ran = callers.submit(() -> house.cases.run(regretted(act, told)));
      settle();
      holding.go.countDown();
      assertThat(CaseFixtures.outcome(kept.get())).isEqualTo("accepted");
      ran.get();
      assertThat(told.get()).isPositive();
      assertThat(house.cases.find(undone).orElseThrow().version()).isEqualTo(1);
      assertThat(house.verify().whole()).isTrue();
    }

    private static Errand regretted(Act act, AtomicInteger told) {
      return new Errand() {
        @Override
        public CaseId file() {
          return act.file();
        }

        @Override
        public Optional<Errand.Move> ready() {
          return Optional.of(act);
        }

        @Override
        public boolean decided(@Nullable Decision decision) {
          told.incrementAndGet();
          return false;
        }
      };
    }
  }

  @Nested
  class Admitting {

    @Test
    void turnsAwayWhatWouldWaitBehindTooMany() throws Exception {
      var house = one(3, Duration.ofSeconds(20));
      var ids = List.of(house.open("appeal"), house.open("appeal"), house.open("appeal"));
      var holding = held(house);
      var first = later(house, ids.get(0), "accept", Role.DISPATCHER);
      var second = later(house, ids.get(1), "accept", Role.DISPATCHER);
      settle();
      assertThatThrownBy(() -> later(house, ids.get(2), "accept", Role.DISPATCHER).get())
          .hasCauseInstanceOf(RoundsFull.class);
      holding.go.countDown();
      assertThat(CaseFixtures.outcome(first.get())).isEqualTo("accepted");
      assertThat(CaseFixtures.outcome(second.get())).isEqualTo("accepted");
      assertThat(house.cases.find(ids.get(2)).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void neverDoesLaterWhatItTurnedAway() throws Exception {
      var house = one(16, Duration.ofMillis(400));
      var id = house.open("appeal");
      var holding = held(house);
      assertThatThrownBy(() -> later(house, id, "accept", Role.DISPATCHER).get())
          .hasCauseInstanceOf(RoundsFull.class);
      holding.go.countDown();
      settle();
      assertThat(house.cases.find(id).orElseThrow().version()).isEqualTo(1);
    }
  }
}
