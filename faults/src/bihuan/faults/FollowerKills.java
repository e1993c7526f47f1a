package bihuan.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** R13: processes that follow the register are killed while they catch up. */
final class FollowerKills implements Scenario {

  private static final String TABLE =
      """
      create table faults.heard (
        seq bigint generated always as identity primary key,
        lane int, position bigint, case_id uuid, version bigint)
      """;

  private static final String LEFT =
      """
      select (select count(*) from cases.case_entry)
           - (select coalesce(sum(position), 0) from cases.follower where name = 'recorder')
      """;

  private static final String MISSING =
      """
      select count(*) from cases.case_entry e
       where not exists (select 1 from faults.heard h
                          where h.lane = e.lane and h.position = e.position)
      """;

  private static final String DOUBLED =
      """
      select count(*) from (select 1 from faults.heard
                             group by lane, position having count(*) > 1) as twice
      """;

  private static final String DISORDER =
      """
      select count(*) from (
        select version - lag(version) over (partition by case_id order by seq) as step
          from faults.heard) as s where step <> 1
      """;

  private static final String TALLY =
      """
      select (select count(*) from cases.case_entry) - (select coalesce(sum(n), 0) from boards.tally)
      """;

  @Override
  public String name() {
    return "followers";
  }

  @Override
  public String promise() {
    return "R13";
  }

  @Override
  public String says() {
    return "Whoever follows the register hears every entry once and each matter in order, whatever"
        + " is killed.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    int entries = trial.many(5_000, 100_000);
    try (var place = place(trial, "drain", entries)) {
      int kills = drain(trial, place, false, trial.many(6, 40));
      trial.faults(heard(place));
      trial.require(kills >= 3, "only " + kills + " kills hit the followers at their work");
      trial.require(place.count(TALLY) == 0, "the board's tally is not what the register says");
      trial.number("entries", entries);
      trial.number("kills", kills);
    }
    try (var place = place(trial, "hasty", 2_000)) {
      drain(trial, place, true, 4);
      trial.control("effects before the cursor", heard(place));
    }
  }

  private static Place place(Trial trial, String part, int entries) throws Exception {
    var place = trial.town().place(trial.folder(part));
    place.asRoot(
        "create schema faults authorization bihuan_owner",
        TABLE,
        "grant usage on schema faults to bihuan_app",
        "grant select, insert on faults.heard to bihuan_app");
    try (var house = House.open(place)) {
      var matters = new Matters(house);
      matters.act(matters.open(entries / 2), "accept", Matters.nothing());
    }
    return place;
  }

  /** Two processes follow; one or the other is killed and started again until all is heard. */
  private static int drain(Trial trial, Place place, boolean hasty, int kills) throws Exception {
    var options = new ArrayList<>(place.options(place.url()));
    options.add("-D" + FollowedApp.HASTY + "=" + hasty);
    var both = new ArrayList<Process>();
    int killed = 0;
    try {
      both.add(start(trial, place, options));
      both.add(start(trial, place, options));
      for (long left = place.count(LEFT); left > 0; left = progress(place, left)) {
        if (killed < kills && heardSome(place)) {
          Thread.sleep(trial.between(1, 350));
          int which = trial.random().nextInt(2);
          both.get(which).destroyForcibly().onExit().join();
          both.set(which, start(trial, place, options));
          killed++;
        }
      }
      awaitBoard(place);
    } finally {
      both.forEach(process -> process.destroyForcibly().onExit().join());
    }
    return killed;
  }

  /** Waits until more was heard; how much is left then. */
  private static long progress(Place place, long left) throws SQLException, InterruptedException {
    long until = System.nanoTime() + 120_000_000_000L;
    while (place.count(LEFT) == left) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException(left + " entries are left and nobody goes on");
      }
      Thread.sleep(10);
    }
    return place.count(LEFT);
  }

  private static boolean heardSome(Place place) throws SQLException {
    return place.count("select count(*) from cases.follower where name = 'recorder'") > 0;
  }

  private static void awaitBoard(Place place) throws SQLException, InterruptedException {
    for (int i = 0; i < 100 && place.count(TALLY) > 0; i++) {
      Thread.sleep(200);
    }
  }

  private static Process start(Trial trial, Place place, List<String> options)
      throws java.io.IOException {
    var log = place.folder().resolve("followed.log");
    return trial.town().product().with(FollowedApp.class, options, List.of(), log).start();
  }

  private static List<String> heard(Place place) throws SQLException {
    var found = new ArrayList<String>();
    long missing = place.count(MISSING);
    long doubled = place.count(DOUBLED);
    long disorder = place.count(DISORDER);
    if (missing > 0) {
      found.add(missing + " entries were never heard");
    }
    if (doubled > 0) {
      found.add(doubled + " entries were heard twice");
    }
    if (disorder > 0) {
      found.add(disorder + " entries were heard out of order");
    }
    return found;
  }
}
