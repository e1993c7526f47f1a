package org.bihuan.loop.cases.rounds;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A few writers before which work queues up. A writer takes all that waits for it, does it in one
 * transaction and answers each caller after the commit. Work of one lane goes to one writer in the
 * order it came; a piece that fails is done again alone, so that its neighbours do not notice; what
 * would wait too long is turned away before it is begun.
 *
 * @param <W> a piece of work
 */
public final class Rounds<W> implements AutoCloseable {

  private final RoundsSettings settings;
  private final Semaphore places;
  private final List<Writer<W>> writers;
  private final List<Thread> threads;

  /**
   * Starts the writers.
   *
   * @param work does all pieces of a round inside the transaction; must be safe to be called again
   *     for the same pieces, since a round that failed is done again piece by piece
   */
  Rounds(
      RoundsSettings settings,
      PlatformTransactionManager transactions,
      RoundSql sql,
      Function<List<W>, Carried> work) {
    this.settings = settings;
    this.places = new Semaphore(settings.waiting());
    var carriage = new Carriage<>(transactions, sql, work);
    this.writers =
        IntStream.range(0, settings.writers())
            .mapToObj(n -> new Writer<>(carriage, settings.most()))
            .toList();
    this.threads =
        IntStream.range(0, settings.writers())
            .mapToObj(n -> Thread.ofPlatform().name("round-" + n).daemon().start(writers.get(n)))
            .toList();
  }

  /**
   * Has a piece of work done; returns after the commit.
   *
   * @param lane what must keep its order among itself
   * @throws RoundsFull if it was not begun; nothing was changed
   * @throws OutcomeUnknown if nobody can say whether it was done
   */
  public void carry(int lane, W work) {
    if (!places.tryAcquire()) {
      throw new RoundsFull(settings.waiting() + " wait already");
    }
    try {
      var waiting = new Waiting<>(work);
      writers.get(Math.floorMod(lane, writers.size())).put(waiting);
      waiting.await(settings.patience());
    } finally {
      places.release();
    }
  }

  /** Lets the writers finish what waits. */
  @Override
  public void close() {
    writers.forEach(Writer::stop);
    for (var thread : threads) {
      try {
        thread.join(settings.patience());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
