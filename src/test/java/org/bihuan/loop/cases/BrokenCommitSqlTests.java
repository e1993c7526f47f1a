package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.rounds.RoundsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;

/**
 * A connection that breaks around the commit never makes an act be lost, doubled or told wrongly.
 */
class BrokenCommitSqlTests {

  /** A connection whose commit goes wrong once: before or after it reached the database. */
  private static final class Breaking implements PlatformTransactionManager {

    private final PlatformTransactionManager real;
    private final boolean reaches;
    private final AtomicInteger left = new AtomicInteger();

    Breaking(PlatformTransactionManager real, boolean reaches) {
      this.real = real;
      this.reaches = reaches;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
      return real.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
      if (left.getAndDecrement() != 1) {
        real.commit(status);
      } else {
        end(status);
        throw new TransactionSystemException("the connection broke");
      }
    }

    private void end(TransactionStatus status) {
      if (reaches) {
        real.commit(status);
      } else {
        real.rollback(status);
      }
    }

    @Override
    public void rollback(TransactionStatus status) {
      real.rollback(status);
    }
  }

  private static Decision acceptOver(boolean reaches) {
    var breaking = new ArrayList<Breaking>();
    var house =
        new CaseFixtures(
            new RoundsSettings(1, 128, 512, Duration.ofSeconds(20)),
            real -> {
              breaking.add(new Breaking(real, reaches));
              return breaking.getFirst();
            });
    var id = house.open("appeal");
    breaking.getFirst().left.set(1);
    var act = CaseFixtures.act(id, "accept", CaseFixtures.staff(Role.DISPATCHER), "{}");
    var decision = CompletableFuture.supplyAsync(() -> house.cases.perform(List.of(act)));
    var made = decision.join().getFirst();
    assertThat(house.cases.find(id).orElseThrow().version()).isEqualTo(2);
    return made;
  }

  @Test
  void findsOutThatItWasCommitted() {
    assertThat(CaseFixtures.outcome(acceptOver(true))).isEqualTo("accepted");
  }

  @Test
  void doesItAgainIfItWasNot() {
    assertThat(CaseFixtures.outcome(acceptOver(false))).isEqualTo("accepted");
  }
}
