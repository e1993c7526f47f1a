package bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** R16: many times more is asked than can be done. */
final class Overload implements Scenario {

  /** Elsewhere starts are frequent and speed is no matter; here it is. */
  private static final String AS_DELIVERED = "-XX:TieredStopAtLevel=4";

  private static final int IN_FLIGHT = 4000;

  @Override
  public String name() {
    return "overload";
  }

  @Override
  public String promise() {
    return "R16";
  }

  @Override
  public String says() {
    return "Five times more is asked than can be done: what is taken is done soon, the rest is told"
        + " at once to come again.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    if (!trial.timed()) {
      trial.skip("seconds are not judged in this run");
      return;
    }
    var length = Duration.ofSeconds(trial.many(15, 60));
    try (var place = trial.town().place(trial.folder("rush"));
        var app = App.start(trial.town().product(), place, AS_DELIVERED)) {
      double peak = peak(trial, app);
      long before = resident(app);
      var rush = new Rush(trial, app, peak * 5, length);
      rush.run();
      long after = resident(app);
      double goodput = rush.accepted() / (double) length.toSeconds();
      trial.number("peak, 1/s", Math.round(peak));
      trial.number("asked, 1/s", Math.round(rush.asked() / (double) length.toSeconds()));
      trial.number("done, 1/s", Math.round(goodput));
      trial.number("told to come again", rush.turnedAway());
      trial.number("p99 of the done, ms", rush.p99());
      trial.number("resident MB before / after", before / 1024 + " / " + after / 1024);
      trial.faults(rush.faults(peak));
      trial.require(after < before * 1.5 + 50_000, "the memory grew without bound");
      trial.faults(Audit.register(place));
      trial.control("a bound of ten thousand", unbounded(trial));
    }
  }

  /** The same with a queue that takes everything. */
  private static List<String> unbounded(Trial trial) throws Exception {
    try (var place = trial.town().place(trial.folder("unbounded"));
        var app =
            App.start(
                trial.town().product(),
                place,
                AS_DELIVERED,
                "-Dbihuan.admission.at-once=10000",
                "-Dbihuan.rounds.waiting=10000",
                "-Dbihuan.rounds.patience=60s",
                "-Dserver.tomcat.threads.max=4000",
                "-Dserver.tomcat.max-connections=10000")) {
      double peak = peak(trial, app);
      var rush = new Rush(trial, app, peak * 5, Duration.ofSeconds(8));
      rush.run();
      return rush.faults(peak);
    }
  }

  /** What 32 clients can get done. */
  private static double peak(Trial trial, App app) throws Exception {
    long begun = System.nanoTime();
    var done = new AtomicInteger();
    try (var api = new Api(app.port());
        var pool = Executors.newFixedThreadPool(32)) {
      for (int i = 0; i < 32; i++) {
        int client = i;
        pool.submit(
            () -> {
              for (int n = 0; System.nanoTime() - begun < 8_000_000_000L; n++) {
                var title = "peak-" + begun + "-" + client + "-" + n;
                var got = api.send(api.opening(trial.town().token("clerk"), title, title));
                if (got.status() == 201 && System.nanoTime() - begun > 3_000_000_000L) {
                  done.incrementAndGet();
                }
              }
              return null;
            });
      }
      pool.shutdown();
      pool.awaitTermination(60, TimeUnit.SECONDS);
    }
    return done.get() / 5.0;
  }

  /** KiB of memory the process holds. */
  private static long resident(App app) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + app.process().pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0L);
  }

  /** Requests that come at their own pace, whether the earlier ones were answered or not. */
  private static final class Rush {

    private final Trial trial;
    private final App app;
    private final double rate;
    private final Duration length;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final List<Long> latencies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> odd = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore room = new Semaphore(IN_FLIGHT);

    Rush(Trial trial, App app, double rate, Duration length) {
      this.trial = trial;
      this.app = app;
      this.rate = rate;
      this.length = length;
    }

    void run() throws InterruptedException {
      long begun = System.nanoTime();
      try (var api = new Api(app.port());
          var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int n = 0; ; n++) {
          long due = begun + (long) (n * 1e9 / rate);
          if (due - begun > length.toNanos()) {
            break;
          }
          long wait = due - System.nanoTime();
          if (wait > 1_000_000) {
            Thread.sleep(Duration.ofNanos(wait));
          }
          if (room.tryAcquire()) {
            int number = n;
            pool.submit(() -> ask(api, "rush-" + begun + "-" + number));
          }
        }
      }
    }

    private void ask(Api api, String title) {
      long begun = System.nanoTime();
      asked.incrementAndGet();
      try {
        var got = api.send(api.opening(trial.town().token("clerk"), title, title));
        long took = (System.nanoTime() - begun) / 1_000_000;
        switch (got.status()) {
          case 201 -> latencies.add(took);
          case 503 -> {
            turnedAway.incrementAndGet();
            if (got.retryAfter() == null) {
              odd.add("turned away without Retry-After");
            }
          }
          default -> odd.add("answered " + got.status());
        }
      } catch (IOException e) {
        odd.add("no answer: " + e.getClass().getSimpleName());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        room.release();
      }
    }

    int asked() {
      return asked.get();
    }

    int accepted() {
      return latencies.size();
    }

    int turnedAway() {
      return turnedAway.get();
    }

    long p99() {
      var sorted = latencies.stream().sorted().toList();
      return sorted.isEmpty() ? Long.MAX_VALUE : sorted.get((int) (sorted.size() * 0.99));
    }

    List<String> faults(double peak) {
      var found = new ArrayList<String>();
      double goodput = accepted() / (double) length.toSeconds();
      if (p99() > 2000) {
        found.add("what was taken took up to " + p99() + " ms (p99)");
      }
      if (goodput < 0.8 * peak) {
        found.add(Math.round(goodput) + " were done each second, of " + Math.round(peak));
      }
      if (odd.size() > asked.get() / 1000) {
        found.add(odd.size() + " were neither done nor turned away: " + odd.getFirst());
      }
      return found;
    }
  }
}
