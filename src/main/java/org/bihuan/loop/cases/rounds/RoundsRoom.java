package org.bihuan.loop.cases.rounds;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Where rounds are held: gives a kind of work its writers. */
@Component
public final class RoundsRoom {

  private final RoundsSettings settings;
  private final PlatformTransactionManager transactions;
  private final RoundSql sql;

  RoundsRoom(RoundsSettings settings, PlatformTransactionManager transactions, RoundSql sql) {
    this.settings = settings;
    this.transactions = transactions;
    this.sql = sql;
  }

  /**
   * Starts writers for a kind of work; whoever opened them closes them.
   *
   * @param work does all pieces of a round inside the transaction; must be safe to be called again
   *     for the same pieces, since a round that failed is done again piece by piece
   * @param <W> a piece of work
   */
  public <W> Rounds<W> open(Function<List<W>, Carried> work) {
    return new Rounds<>(settings, transactions, sql, work);
  }
}
