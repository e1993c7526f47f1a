package org.bihuan.loop.cases.rounds;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Takes one round through its transaction and says truly how it ended, also if the connection
 * breaks while the commit is on its way.
 */
final class Carriage<W> {

  private static final System.Logger LOG = System.getLogger(Carriage.class.getName());
  private static final int QUESTIONS = 20;
  private static final long BETWEEN_QUESTIONS = 250;

  private final PlatformTransactionManager transactions;
  private final RoundSql sql;
  private final Function<List<W>, Carried> work;

  Carriage(PlatformTransactionManager transactions, RoundSql sql, Function<List<W>, Carried> work) {
    this.transactions = transactions;
    this.sql = sql;
    this.work = work;
  }

  Ending carry(List<W> round) {
    var begun = attempt(() -> transactions.getTransaction(new DefaultTransactionDefinition()));
    if (begun.failure() != null || begun.value() == null) {
      return away(begun.failure());
    }
    var status = begun.value();
    var carried = attempt(() -> work.apply(round));
    if (carried.failure() != null || carried.value() == null) {
      return undone(status, carried.failure());
    }
    if (carried.value().undo()) {
      return undone(status, round.size() == 1 ? null : new Alone());
    }
    var committed =
        attempt(
            () -> {
              transactions.commit(status);
              return true;
            });
    return committed.failure() == null
        ? new Ending.Committed()
        : doubtful(carried.value().trace(), committed.failure());
  }

  /** Asked for by a piece of work in it; not a fault. */
  private static final class Alone extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static Ending away(@Nullable Throwable why) {
    return new Ending.Away(
        why == null ? new CannotCreateTransactionException("no transaction") : why);
  }

  /** Rolls back; a piece that was alone and only wanted to leave nothing behind is done by that. */
  private Ending undone(TransactionStatus status, @Nullable Throwable why) {
    var rolledBack =
        attempt(
            () -> {
              transactions.rollback(status);
              return true;
            });
    if (why instanceof DataAccessResourceFailureException
        || (why != null && rolledBack.failure() != null)) {
      return new Ending.Away(why);
    }
    return why == null ? new Ending.Committed() : new Ending.Failed(why);
  }

  private Ending doubtful(@Nullable Trace trace, Throwable why) {
    LOG.log(System.Logger.Level.WARNING, "a commit was not answered; the database is asked", why);
    if (trace == null) {
      return new Ending.Failed(why);
    }
    for (int asked = 0; asked < QUESTIONS; asked++) {
      var status = attempt(() -> sql.status(trace)).value();
      var told = status == null ? "away" : status.orElse("forgotten");
      switch (told) {
        case "committed" -> {
          return new Ending.Committed();
        }
        case "aborted" -> {
          return new Ending.Away(why);
        }
        case "forgotten" -> {
          return new Ending.Unknown(why);
        }
        default -> pause();
      }
    }
    return new Ending.Unknown(why);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_QUESTIONS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Tried<T>(@Nullable T value, @Nullable Throwable failure) {}

  /** Nobody can list what a piece of work may throw; whatever it is, the writer must go on. */
  private static <T> Tried<T> attempt(Callable<T> work) {
    var task = new FutureTask<T>(work);
    task.run();
    return switch (task.state()) {
      case SUCCESS -> new Tried<>(task.resultNow(), null);
      case FAILED -> new Tried<>(null, task.exceptionNow());
      case RUNNING, CANCELLED -> throw new IllegalStateException("a task that was run has ended");
    };
  }
}
