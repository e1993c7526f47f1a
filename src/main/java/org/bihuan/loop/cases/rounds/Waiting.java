package org.bihuan.loop.cases.rounds;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A piece of work in the queue, and the caller who waits for it. */
final class Waiting<W> {

  /** A round that was begun ends by itself long before; the database's own time-outs see to it. */
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

  private final W work;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

  Waiting(W work) {
    this.work = work;
  }

  W work() {
    return work;
  }

  /** Whoever takes it decides: the writer begins it, or the caller leaves. */
  boolean take() {
    return taken.compareAndSet(false, true);
  }

  void done() {
    end.complete(null);
  }

  void failed(Throwable why) {
    end.completeExceptionally(why);
  }

  /** Returns after the commit; throws what the work ended in. */
  void await(Duration patience) {
    if (!ended(patience)) {
      if (take()) {
        throw new RoundsFull("nobody came to it within " + patience);
      }
      if (!ended(LONGEST_ROUND)) {
        throw new OutcomeUnknown(null);
      }
    }
  }

  private boolean ended(Duration patience) {
    try {
      end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw take() ? new RoundsFull("the caller was stopped") : new OutcomeUnknown(e);
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private static RuntimeException cause(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException known -> known;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(e);
    };
  }
}
