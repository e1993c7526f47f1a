package org.bihuan.loop.cases.register;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Work whose failure is a value: what runs by the clock must not be stopped by one bad row, and
 * nobody can list beforehand what a follower may throw.
 */
public final class Attempt {

  private Attempt() {}

  /** Does the work here and now; gives what it threw. */
  public static Optional<Throwable> at(Runnable work) {
    var task = new FutureTask<Boolean>(work, true);
    task.run();
    return task.state() == Future.State.FAILED
        ? Optional.of(task.exceptionNow())
        : Optional.empty();
  }
}
