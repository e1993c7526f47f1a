package org.bihuan.loop.cases.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bihuan.foundation.storage.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;

/** What callers are told when the database goes away. */
class DoubtSqlTests {

  private static final RoundsSettings ONE = new RoundsSettings(1, 8, 8, Duration.ofSeconds(30));

  /** A database that nobody answers for. */
  private static PGSimpleDataSource nobody() {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {1});
    return source;
  }

  /** Commits, but the word of it never arrives. */
  private record Mute(PlatformTransactionManager real) implements PlatformTransactionManager {

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
      return real.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
      real.commit(status);
      throw new TransactionSystemException("the connection broke");
    }

    @Override
    public void rollback(TransactionStatus status) {
      real.rollback(status);
    }
  }

  private static void carry(
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      Function<List<String>, Carried> work) {
    try (var rounds = new Rounds<>(ONE, transactions, new RoundSql(jdbc), work)) {
      rounds.carry(0, "work");
    }
  }

  private static Trace trace(String transaction) {
    return new Trace(transaction, 140213, new UUID(0, 1), 1, new byte[32]);
  }

  @Test
  void takesAnIdThatWasGivenAgainForNoProof() {
    var jdbc = TestDatabase.fresh().jdbc();
    var id = jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
    assertThat(new RoundSql(jdbc).status(trace(id))).hasValue("aborted");
  }

  @Test
  void saysThatNobodyKnowsIfTheDatabaseCannotBeAsked() {
    var database = TestDatabase.fresh();
    var mute = new Mute(new JdbcTransactionManager(database.dataSource()));
    assertThatThrownBy(
            () -> carry(mute, JdbcClient.create(nobody()), work -> new Carried(trace("1"), false)))
        .isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void saysThatNothingWasBegunIfThereIsNoDatabase() {
    var called = new AtomicInteger();
    assertThatThrownBy(
            () ->
                carry(
                    new JdbcTransactionManager(nobody()),
                    JdbcClient.create(nobody()),
                    work -> {
                      called.incrementAndGet();
                      return new Carried(null, false);
                    }))
        .isInstanceOf(org.springframework.transaction.CannotCreateTransactionException.class);
    assertThat(called).hasValue(0);
  }

  @Test
  void turnsAwayWhatComesAfterTheClosing() {
    var database = TestDatabase.fresh();
    var rounds =
        new Rounds<String>(
            ONE,
            new JdbcTransactionManager(database.dataSource()),
            new RoundSql(database.jdbc()),
            work -> new Carried(null, false));
    rounds.carry(0, "in time");
    rounds.close();
    assertThatThrownBy(() -> rounds.carry(0, "late")).isInstanceOf(RoundsFull.class);
  }
}
