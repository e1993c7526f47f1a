package org.bihuan.loop.cases.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One thread that carries rounds: whatever waits when it looks, in the order it came. */
final class Writer<W> implements Runnable {

  private final BlockingQueue<Waiting<W>> queue = new LinkedBlockingQueue<>();
  private final Carriage<W> carriage;
  private final int most;
  private volatile boolean stopped;

  Writer(Carriage<W> carriage, int most) {
    this.carriage = carriage;
    this.most = most;
  }

  /** Puts a piece of work into the queue; its length is bounded by whoever admits. */
  void put(Waiting<W> waiting) {
    queue.add(waiting);
    if (stopped) {
      turnAway();
    }
  }

  /** Ends after what waits is done. */
  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    while (!stopped || !queue.isEmpty()) {
      var round = next();
      if (!round.isEmpty()) {
        carry(round);
      }
    }
    turnAway();
  }

  private void turnAway() {
    for (var late = queue.poll(); late != null; late = queue.poll()) {
      late.failed(new RoundsFull("the house is closing"));
    }
  }

  private List<Waiting<W>> next() {
    var round = new ArrayList<Waiting<W>>();
    try {
      var first = queue.poll(100, TimeUnit.MILLISECONDS);
      if (first != null) {
        round.add(first);
        queue.drainTo(round, most - 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
    round.removeIf(waiting -> !waiting.take());
    return round;
  }

  /**
   * One that fails must not fail its neighbours: if a round does, each is done alone. A round that
   * a broken connection undid is done once more.
   */
  private void carry(List<Waiting<W>> round) {
    var works = round.stream().map(Waiting::work).toList();
    var first = carriage.carry(works);
    switch (first instanceof Ending.Away ? carriage.carry(works) : first) {
      case Ending.Committed _ -> round.forEach(Waiting::done);
      case Ending.Away(var why) -> round.forEach(waiting -> waiting.failed(why));
      case Ending.Unknown(var why) -> round.forEach(w -> w.failed(new OutcomeUnknown(why)));
      case Ending.Failed(var why) when round.size() == 1 -> round.getFirst().failed(why);
      case Ending.Failed _ -> round.forEach(waiting -> carry(List.of(waiting)));
    }
  }
}
