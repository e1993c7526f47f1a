package bihuan.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** R2: the database server is killed with all its processes under load, again and again. */
final class KillDatabase implements Scenario {

  private static final String BROKEN_HEAPS =
      """
      select count(*) from pg_class c, lateral verify_heapam(c.oid)
       where c.relkind = 'r' and c.relpersistence = 'p'
      """;

  private static final String CHECKED_TREES =
      """
      select count(bt_index_check(i.indexrelid, true)::text)
        from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
       where a.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid
      """;

  @Override
  public String name() {
    return "kill-database";
  }

  @Override
  public String promise() {
    return "R2";
  }

  @Override
  public String says() {
    return "The database is killed at any moment: nothing acknowledged is lost or done twice, and"
        + " the application goes on by itself.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    kills(trial);
    lazyCommits(trial);
  }

  private static void kills(Trial trial) throws Exception {
    int kills = trial.many(50, 200);
    long slowest = 0;
    try (var place = trial.town().place(trial.folder("kills"));
        var journal = new Journal(place.folder().resolve("journal"));
        var app = App.start(trial.town().product(), place);
        var load = new Load(trial.town(), app.port(), journal, "d" + trial.seed(), false)) {
      load.begin(32);
      for (int i = 0; i < kills; i++) {
        Thread.sleep(trial.between(50, 500));
        slowest = Math.max(slowest, recovery(trial, place, app, load));
      }
      load.settle();
      trial.faults(Audit.of(place, journal));
      trial.faults(Audit.register(place));
      trial.faults(damage(place));
      trial.number("kills", kills);
      trial.number("acknowledged", journal.count(Journal.Told.DONE));
      trial.number("asked again", journal.repeated());
      trial.number("slowest recovery, ms", slowest);
      trial.inTime(slowest <= 10_000, "went on only after " + slowest + " ms");
      trial.require(app.process().isAlive(), "the application died with the database");
    }
  }

  /** From the kill to the next acknowledged write. */
  private static long recovery(Trial trial, Place place, App app, Load load) throws Exception {
    long begun = System.nanoTime();
    place.killServer();
    Thread.sleep(50); // answers that were already on their way
    int patience = trial.timed() ? 60 : 300;
    if (!load.awaitMore(1, patience)) {
      throw new IllegalStateException(
          "nothing was written for %d s after a kill; the last answer was %s; the database: %s; the application: %s"
              .formatted(patience, load.lastAnswer(), place.lastLine(), app.lastLines()));
    }
    return (System.nanoTime() - begun) / 1_000_000;
  }

  /** What PostgreSQL's own checker says of every table and index. */
  private static List<String> damage(Place place) throws SQLException {
    var found = new ArrayList<String>();
    place.asRoot("create extension if not exists amcheck");
    if (place.count(BROKEN_HEAPS) > 0) {
      found.add("amcheck finds damaged tables");
    }
    place.count(CHECKED_TREES); // throws at the first damaged index
    return found;
  }

  /** A database that says yes before it has written anything down. */
  private static void lazyCommits(Trial trial) throws Exception {
    var lazy = Map.of("wal_writer_delay", "10s", "wal_writer_flush_after", "1GB");
    try (var place = trial.town().place(trial.folder("lazy"), lazy);
        var journal = new Journal(place.folder().resolve("journal"));
        var app = App.start(trial.town().product(), place);
        var load = new Load(trial.town(), app.port(), journal, "l" + trial.seed(), true)) {
      place.asRoot(
          "alter database bihuan set synchronous_commit = off",
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = 'bihuan' and pid <> pg_backend_pid()");
      load.begin(8);
      load.awaitMore(40, 30);
      place.killServer();
      load.abandon();
      trial.control("synchronous_commit off", Audit.lost(Audit.of(place, journal)));
    }
  }
}
