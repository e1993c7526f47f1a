package org.bihuan.bench.seeding;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.bihuan.foundation.shared.ChinaTime;

/**
 * Fills an empty register: two threads write lives, four connections copy them, then the indexes
 * come on again. Every lane's positions are dense, every digest follows from the one before.
 */
public final class Seeding {

  /** Settings under which a server takes rows fastest; what it holds is safe once it is stopped. */
  public static final java.util.Map<String, String> SETTINGS =
      java.util.Map.of(
          "fsync", "off",
          "full_page_writes", "off",
          "wal_level", "minimal",
          "max_wal_senders", "0",
          "max_wal_size", "16GB",
          "checkpoint_timeout", "1h",
          "autovacuum", "off",
          "shared_buffers", "512MB",
          "maintenance_work_mem", "512MB");

  private static final int THREADS = 2;
  private static final int BATCH = 1_000;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 2);

  private final Supplier<Connection> connections;
  private final long seed;
  private final long cases;
  private final long now;
  private final Tally tally = new Tally();
  private final Lives.Lane[] lanes = new Lives.Lane[Lives.LANES];
  private final long[] entered = new long[THREADS];

  /**
   * A register about to be filled.
   *
   * @param connections each call opens one with every right
   */
  public Seeding(Supplier<Connection> connections, long seed, long cases, Instant now) {
    this.connections = connections;
    this.seed = seed;
    this.cases = cases;
    this.now = now.getEpochSecond();
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = new Lives.Lane(i);
    }
  }

  /** Fills it; tells how many entries there are. */
  public long run() throws SQLException, InterruptedException {
    try (var main = connections.get()) {
      var indexes = Indexes.takenOff(main);
      fill();
      settle(main);
      together(indexes.plain());
      together(indexes.foreign());
      try (var statement = main.createStatement()) {
        statement.execute("analyze");
      }
    }
    return entered[0] + entered[1];
  }

  private void fill() throws SQLException, InterruptedException {
    try (var one = connections.get();
        var two = connections.get();
        var three = connections.get();
        var four = connections.get();
        var threads = Executors.newFixedThreadPool(THREADS + 4)) {
      var pipes =
          List.of(
              new Pipe(one, "cases.case_file", b -> b.files),
              new Pipe(two, "cases.case_clock", b -> b.clocks),
              new Pipe(three, "cases.case_entry", b -> b.entries),
              new Pipe(four, "cases.case_words", b -> b.words));
      var writers = new ArrayList<Future<?>>();
      pipes.forEach(pipe -> writers.add(threads.submit(pipe)));
      var makers = new ArrayList<Future<?>>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        makers.add(
            threads.submit(
                () -> {
                  make(number, pipes);
                  return true;
                }));
      }
      all(makers);
      for (var pipe : pipes) {
        pipe.put(Pipe.Parcel.END);
      }
      all(writers);
    }
  }

  private static void all(List<Future<?>> work) throws InterruptedException {
    for (var one : work) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the seeding failed", e.getCause());
      }
    }
  }

  /** One thread's share: lanes of its own, so that positions need no agreement. */
  private void make(int number, List<Pipe> pipes) throws InterruptedException {
    var random = new SplittableRandom(seed * 31 + number);
    var lives = new Lives(random, now, tally);
    long share = cases / THREADS + (number < cases % THREADS ? 1 : 0);
    long begin = ChinaTime.startOf(FIRST).getEpochSecond();
    var pool = new ArrayList<Pipe.Parcel>();
    for (long done = 0; done < share; ) {
      var batch = free(pool);
      lives.into(batch);
      for (int i = 0; i < BATCH && done < share; i++, done++) {
        long opened = begin + (long) ((now - begin) * ((done + random.nextDouble()) / share));
        var lane = lanes[number + THREADS * (int) (done % (Lives.LANES / THREADS))];
        lives.live(number + done * THREADS, Math.min(opened, now - 1), lane, i == 0);
      }
      entered[number] += batch.entered;
      var parcel = new Pipe.Parcel(batch, new CountDownLatch(pipes.size()));
      pool.add(parcel);
      for (var pipe : pipes) {
        pipe.put(parcel);
      }
    }
  }

  /** A batch that has gone into all tables, or a new one while there are few. */
  private static Batch free(List<Pipe.Parcel> pool) throws InterruptedException {
    if (pool.size() < 4) {
      return new Batch();
    }
    var oldest = pool.removeFirst();
    oldest.left().await();
    oldest.batch().clear();
    return oldest.batch();
  }

  /** Lanes stand where their last entries are; what followers count is counted. */
  private void settle(Connection connection) throws SQLException {
    try (var lane =
            connection.prepareStatement(
                "update cases.lane set last = ?, day = ?, opened = ? where district = ? and lane ="
                    + " ?");
        var count = connection.prepareStatement("insert into boards.tally values (?, ?, ?, ?)");
        var cursor =
            connection.prepareStatement("insert into cases.follower values (?, ?, ?, ?)")) {
      for (var one : lanes) {
        lane.setLong(1, one.last);
        lane.setDate(2, Date.valueOf(LocalDate.ofEpochDay(one.day)));
        lane.setInt(3, one.opened);
        lane.setInt(4, Lives.DISTRICT);
        lane.setInt(5, one.number);
        lane.addBatch();
        for (var follower : List.of("boards-tally", "cases-titles")) {
          cursor.setInt(1, Lives.DISTRICT);
          cursor.setString(2, follower);
          cursor.setInt(3, one.number);
          cursor.setLong(4, one.last);
          cursor.addBatch();
        }
      }
      lane.executeBatch();
      cursor.executeBatch();
      tally(count);
    }
  }

  private void tally(java.sql.PreparedStatement count) throws SQLException {
    var rows = new ArrayList<Object[]>();
    tally.each((day, deed, n) -> rows.add(new Object[] {Lives.DISTRICT, day, deed.act, (long) n}));
    for (var row : rows) {
      for (int i = 0; i < row.length; i++) {
        count.setObject(i + 1, row[i]);
      }
      count.addBatch();
    }
    count.executeBatch();
  }

  private void together(List<String> statements) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var work = new ArrayList<Future<?>>();
      for (var sql : statements) {
        work.add(threads.submit(() -> execute(sql)));
      }
      all(work);
    }
  }

  private boolean execute(String sql) throws SQLException {
    try (var connection = connections.get();
        var statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    }
  }
}
