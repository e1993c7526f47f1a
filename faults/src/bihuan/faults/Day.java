package bihuan.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bihuan.loop.cases.register.Bookmarks;
import org.bihuan.loop.cases.register.Follower;
import org.springframework.context.ApplicationContext;

/** A day at the hotline with storms of the same report, and the days until all of it is closed. */
final class Day implements Scenario {

  private static final Map<String, Object> AT_WORK =
      Map.of(
          "bihuan.work", "true",
          "bihuan.followers.every", "50ms",
          "bihuan.alarms.every", "100ms",
          "bihuan.letters.every", "1s");

  /** Times everybody sits down at their work after the day itself, six hours apart. */
  private static final int SITTINGS = 160;

  @Override
  public String name() {
    return "day";
  }

  @Override
  public String promise() {
    return "–";
  }

  @Override
  public String says() {
    return "On a day of storms every reporter is answered, no matter is ever without owner and clock,"
        + " and none is closed by whoever handled it.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    int many = trial.many(600, 10_000);
    try (var place = trial.town().place(trial.folder("hotline"));
        var house = House.open(place, AT_WORK, HandClock.Hung.class)) {
      var residents = new Residents(house, trial.seed());
      var office = new Office(house, place, trial.seed());
      try (var watch = Watch.over(place)) {
        day(trial, house, residents, office, many);
        int sittings = until(trial, house, residents, office);
        trial.number("appeals", many);
        trial.number("joined another's", place.count("select count(*) from twins.twin_link"));
        trial.number("acts", place.count("select count(*) from cases.case_entry"));
        trial.number("days until all were closed", 1 + sittings / 4);
        trial.number("looks of the watcher", watch.looks());
        trial.number("own cases they tried to close", office.tempted());
        trial.number("refused", office.refusals());
        trial.require(office.tempted() > 0, "nobody tried to close what was their own");
        trial.faults(watch.found());
      }
      var verdict = new Verdict(place, house);
      trial.faults(verdict.missing(residents.numbers()));
      trial.faults(verdict.all());
      trial.faults(Audit.register(place));
      controls(trial, place, verdict);
    }
  }

  /** What comes in within an hour comes at once; then everybody works and the followers catch up. */
  private static void day(
      Trial trial, ApplicationContext house, Residents residents, Office office, int many)
      throws Exception {
    var clock = house.getBean(HandClock.class);
    for (var hour : hours(trial.random(), many)) {
      residents.report(hour);
      office.sit();
      office.perform(residents.responses(office.open()));
      caughtUp(house);
      clock.step(Duration.ofHours(1));
    }
  }

  private static int until(
      Trial trial, ApplicationContext house, Residents residents, Office office) throws Exception {
    var clock = house.getBean(HandClock.class);
    int sittings = 0;
    for (var open = office.open(); !open.isEmpty(); open = office.open()) {
      if (++sittings > SITTINGS) {
        trial.fault("never closed: " + open.subList(0, Math.min(5, open.size())));
        break;
      }
      clock.step(Duration.ofHours(6));
      caughtUp(house);
      office.sit();
      office.perform(residents.responses(office.open()));
    }
    caughtUp(house);
    return sittings;
  }

  /** Hours of a day: quiet reports all day, two of five within the few hours of some storm. */
  private static List<List<Reports.Report>> hours(Random random, int many) {
    var reports = Reports.read();
    var hours = new ArrayList<List<Reports.Report>>();
    for (int hour = 0; hour < 24; hour++) {
      hours.add(new ArrayList<>());
    }
    int storms = Math.max(3, many / 500);
    for (int n = 0; n < many; n++) {
      boolean stormy = n % 5 < 2;
      int storm = n % storms;
      var report = stormy ? reports.ofStorm(storm, random) : reports.any(random);
      hours.get(stormy ? 7 + (storm * 5 + random.nextInt(2)) % 15 : random.nextInt(24)).add(report);
    }
    return hours;
  }

  private static void caughtUp(ApplicationContext house) throws InterruptedException {
    var bookmarks = house.getBean(Bookmarks.class);
    var names = house.getBeansOfType(Follower.class).values().stream().map(Follower::name).toList();
    long until = System.nanoTime() + 300_000_000_000L;
    var behind = new LinkedHashMap<String, Long>();
    do {
      Thread.sleep(20);
      behind.clear();
      names.forEach(name -> behind.put(name, bookmarks.behind(name)));
      behind.values().removeIf(left -> left == 0);
    } while (!behind.isEmpty() && System.nanoTime() < until);
    if (!behind.isEmpty()) {
      throw new IllegalStateException("followers do not catch up: " + behind);
    }
  }

  private static void controls(Trial trial, Place place, Verdict verdict) throws Exception {
    place.asRoot(
        "set session_replication_role = replica",
        """
        delete from cases.case_entry where case_id = (
          select follower from twins.twin_link where ended_how = 'answered' limit 1)
          and act in ('answer', 'answer-suggestion')
        """);
    trial.control("an answer that did not reach a follower", verdict.unanswered());
    place.asRoot(
        "set session_replication_role = replica",
        """
        update cases.case_entry e set actor = h.actor
          from cases.case_entry h
         where h.case_id = e.case_id and h.act = 'claim' and e.act = 'call-back'
        """);
    trial.control("a handler calls back", verdict.closedByTheirOwn());
    place.asRoot(
        "set session_replication_role = replica",
        """
        update cases.case_file set closed_at = null, owner = 'handler', state = 'working'
         where id = (select id from cases.case_file order by id limit 1)
        """);
    trial.control("a matter that no clock drives", Watch.look(place));
  }
}
