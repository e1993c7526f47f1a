package org.bihuan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many callers work at once for a while and collects their times. */
final class Crowd {

  private Crowd() {}

  /** Acts of many workers of a contestant; what ends after the time is up does not count. */
  static Map<Step, Sample> acts(int callers, Duration time, IntFunction<Contestant.Worker> worker) {
    var all = new EnumMap<Step, Sample>(Step.class);
    for (var mine : together(callers, time, (n, until) -> live(worker.apply(n), until))) {
      mine.forEach((act, sample) -> all.computeIfAbsent(act, _ -> new Sample()).addAll(sample));
    }
    return all;
  }

  private static Map<Step, Sample> live(Contestant.Worker worker, long until) {
    var mine = new EnumMap<Step, Sample>(Step.class);
    for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
      for (var act : Step.values()) {
        long begun = System.nanoTime();
        worker.next(act);
        long ended = System.nanoTime();
        if (ended > until) {
          return mine;
        }
        mine.computeIfAbsent(act, _ -> new Sample()).add(ended - begun);
      }
    }
    return mine;
  }

  /** Times of one call repeated by many callers. */
  static Sample calls(int callers, Duration time, IntFunction<Runnable> caller) {
    var all = new Sample();
    together(callers, time, (n, until) -> repeat(caller.apply(n), until)).forEach(all::addAll);
    return all;
  }

  private static Sample repeat(Runnable call, long until) {
    var mine = new Sample();
    for (long begun = System.nanoTime(); begun < until; begun = System.nanoTime()) {
      call.run();
      long ended = System.nanoTime();
      if (ended <= until) {
        mine.add(ended - begun);
      }
    }
    return mine;
  }

  private interface Labour<T> {
    T work(int number, long until);
  }

  private static <T> List<T> together(int callers, Duration time, Labour<T> labour) {
    var ready = new CountDownLatch(callers);
    var go = new CountDownLatch(1);
    var until = new long[1];
    try (var threads = Executors.newFixedThreadPool(callers)) {
      var work = new ArrayList<Future<T>>();
      for (int i = 0; i < callers; i++) {
        int number = i;
        work.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  go.await();
                  return labour.work(number, until[0]);
                }));
      }
      ready.await();
      until[0] = System.nanoTime() + time.toNanos();
      go.countDown();
      return results(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }

  private static <T> List<T> results(List<Future<T>> work) throws InterruptedException {
    var results = new ArrayList<T>();
    for (var one : work) {
      try {
        results.add(one.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a caller failed", e.getCause());
      }
    }
    return results;
  }
}
