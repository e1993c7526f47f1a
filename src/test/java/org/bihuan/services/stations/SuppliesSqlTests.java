package org.bihuan.services.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Stock on the real database: what it refuses, what many hands at a time can do. */
class SuppliesSqlTests extends StationScene {

  @Nested
  class Stock {

    @Test
    void isWhatTheMovementsAddUpTo() {
      done(move("received", 100));
      done(move("issued", 30));
      done(move("counted", 65));
      assertThat(stock().balance()).isEqualTo(65);
      assertThat(supplies.latest(station))
          .extracting(Movement::delta)
          .containsExactly(-5, -30, 100);
    }

    @Test
    void isRefusedBeyondWhatIsThere() {
      done(move("received", 5));
      assertThat(refused(move("issued", 6))).isEqualTo("not-enough");
      assertThat(stock().balance()).isEqualTo(5);
    }

    @Test
    void isNotMovedTwiceByTheSameForm() {
      var form = typed("supply", "water", "kind", "received", "amount", "9", "position", "0");
      done(supplies.move(station, form, KEEPER));
      assertThat(refused(supplies.move(station, form, KEEPER))).isEqualTo("changed-meanwhile");
      assertThat(stock().balance()).isEqualTo(9);
    }

    @Test
    void isGivenBackByAnUndoOnceOnly() {
      done(move("received", 50));
      var issued = done(move("issued", 20));
      var undo = typed("supply", "water", "position", "" + issued.position(), "reason", "记错了");
      done(supplies.undo(station, undo, KEEPER));
      assertThat(stock().balance()).isEqualTo(50);
      assertThat(refused(supplies.undo(station, undo, KEEPER))).isEqualTo("done");
    }

    /**
     * Twenty want one each where there are seven: seven get one, and the balance ends at nought.
     */
    @Test
    void neverGivesTheSameThingTwice() throws Exception {
      done(move("received", 7));
      var visit = Uuid7.next(clock);
      var start = new CountDownLatch(1);
      var given = new ArrayList<Future<Outcome<Movement>>>();
      try (var hands = Executors.newFixedThreadPool(8)) {
        for (int i = 0; i < 20; i++) {
          given.add(
              hands.submit(
                  () -> {
                    start.await();
                    return supplies.give(station, "water", new Supplies.Gift(visit, 1), KEEPER);
                  }));
        }
        start.countDown();
        int done = 0;
        for (var one : given) {
          done += one.get() instanceof Outcome.Done<Movement> ? 1 : 0;
        }
        assertThat(done).isEqualTo(7);
      }
      assertThat(stock().balance()).isZero();
      assertThat(supplies.latest(station)).hasSize(8);
    }
  }

  @Nested
  class LowStock {

    @Test
    void opensOneMatterForEachDipAndNoneWhileOneIsOpen() {
      done(move("received", 30));
      done(move("issued", 5));
      assertThat(open(Trouble.Kind.STOCK)).isEmpty();
      done(move("issued", 1));
      assertThat(open(Trouble.Kind.STOCK)).hasSize(1);
      done(move("issued", 4));
      done(move("received", 40));
      done(move("issued", 50));
      assertThat(open(Trouble.Kind.STOCK)).hasSize(1);
      fix(open(Trouble.Kind.STOCK).getFirst());
      done(move("received", 40));
      done(move("issued", 40));
      assertThat(open(Trouble.Kind.STOCK)).hasSize(1);
      assertThat(troubles.of(station)).hasSize(2);
    }

    @Test
    void givesTheMatterAnOwnerAndAClock() {
      done(move("received", 30));
      done(move("issued", 10));
      var file = cases.find(new CaseId(open(Trouble.Kind.STOCK).getFirst().caseId())).orElseThrow();
      assertThat(file.unit()).isEqualTo("street-051");
      assertThat(file.subject().title()).isEqualTo("测试驿站：饮用水不足");
      assertThat(file.times().dueAt()).isNotNull();
    }
  }
}
