package bihuan.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.loop.cases.timers.Alarms;

/** R10: the machine's clock is stepped to and fro. */
final class ClockSteps implements Scenario {

  private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofHours(-1),
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(-1),
          Duration.ofDays(9),
          Duration.ofDays(-8),
          Duration.ofMinutes(10));

  private static final String LIMITS =
      """
      select case_id || ' ' || clock || ' ' || run as what, due_at::text as due
        from cases.case_clock order by case_id, clock, run
      """;

  private static final String DOUBLED =
      """
      select count(*) from (
        select 1 from cases.case_entry where role = 'system'
         group by case_id, act having count(*) > 1) as twice
      """;

  private static final String LOST =
      """
      select count(*) from cases.case_clock
       where status = 'running' and fired_at is null and due_at <= '%s'
      """;

  private static final String DISORDER =
      """
      select count(*) from (
        select position - lag(position) over (partition by lane order by position) as step
          from cases.case_entry) as s where step <> 1
      """;

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public String promise() {
    return "R10";
  }

  @Override
  public String says() {
    return "The clock jumps: no alarm rings twice, none is lost, no deadline changes, the order of"
        + " the register stays.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    int steps = trial.many(50, 500);
    try (var place = trial.town().place(trial.folder("steps"));
        var house = House.open(place, HandClock.Hung.class)) {
      var clock = house.getBean(HandClock.class);
      var alarms = house.getBean(Alarms.class);
      var matters = new Matters(house);
      var limits = new TreeMap<String, String>();
      matters.open(30);
      for (int i = 0; i < steps; i++) {
        clock.step(STEPS.get(trial.random().nextInt(STEPS.size())));
        alarms.ring();
        matters.open(2);
        trial.faults(changed(limits, place));
      }
      clock.set(BEGIN.plus(Duration.ofDays(400)));
      for (int i = 0; i < 10; i++) {
        clock.step(Duration.ofHours(1));
        alarms.ring();
      }
      trial.faults(order(place, clock));
      trial.faults(Audit.register(place));
      trial.number("steps", steps);
      trial.number("deadlines", limits.size());
      place.asRoot(
          "update cases.case_clock set due_at = due_at + interval '1 day'"
              + " where ctid = (select min(ctid) from cases.case_clock)");
      trial.control("a deadline moved by a day", changed(limits, place));
    }
  }

  /** What was due when first seen, and is due at another time now. */
  private static List<String> changed(Map<String, String> limits, Place place) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = place.root();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(LIMITS)) {
      while (rows.next()) {
        var due = rows.getString("due");
        var before = limits.putIfAbsent(rows.getString("what"), due);
        if (before != null && !before.equals(due)) {
          found.add(rows.getString("what") + " was due " + before + " and is due " + due);
        }
      }
    }
    return found;
  }

  private static List<String> order(Place place, HandClock clock) throws SQLException {
    var found = new ArrayList<String>();
    long doubled = place.count(DOUBLED);
    long lost = place.count(LOST.formatted(clock.instant()));
    long disorder = place.count(DISORDER);
    if (doubled > 0) {
      found.add(doubled + " alarms rang twice");
    }
    if (lost > 0) {
      found.add(lost + " alarms never rang");
    }
    if (disorder > 0) {
      found.add(disorder + " positions are out of order");
    }
    return found;
  }
}
