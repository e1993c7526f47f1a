package bihuan.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.timers.Alarms;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** R12: a few alarms that cannot be performed among many that can. */
final class PoisonJobs implements Scenario {

  private static final int POISONED = 10;

  private static final String REFUSE =
      """
      create or replace function cases.poison() returns trigger language plpgsql as $$
      begin
        if new.case_id in (%s) and new.role = 'system' then
          raise exception 'poison';
        end if;
        return new;
      end $$
      """;

  private static final String TRIGGER =
      """
      create trigger poison before insert on cases.case_entry
        for each row execute function cases.poison()
      """;

  private static final String RUNG =
      """
      select count(*) from cases.case_file f
       where state = 'received' and id not in (%s)
      """;

  @Override
  public String name() {
    return "poison";
  }

  @Override
  public String promise() {
    return "R12";
  }

  @Override
  public String says() {
    return "An alarm that cannot be performed stops alone, and is performed once it can be.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    int many = trial.many(400, 10_000);
    try (var place = trial.town().place(trial.folder("jobs"));
        var house = House.open(place, HandClock.Hung.class)) {
      var clock = house.getBean(HandClock.class);
      var alarms = house.getBean(Alarms.class);
      long clean = ringing(clock, alarms, house, many);
      var all = new Matters(house).open(many);
      var bad = poisoned(trial, all);
      poison(place, bad);
      clock.step(Duration.ofDays(12));
      trial.control("all in one go", naive(house, place, all, bad));
      long begun = System.nanoTime();
      alarms.ring();
      long dirty = System.nanoTime() - begun;
      trial.faults(waiting(place, bad));
      place.asRoot("drop trigger poison on cases.case_entry");
      clock.step(Duration.ofMinutes(6));
      alarms.ring();
      trial.faults(waiting(place, List.of()));
      trial.faults(Audit.register(place));
      trial.number("alarms", many);
      trial.number("poisoned", POISONED);
      trial.number("ring, ms, clean / poisoned", clean / 1_000_000 + " / " + dirty / 1_000_000);
      unknownRules(trial, place, house);
    }
  }

  /** A matter whose rules the program does not have, as after an upgrade that forgot them. */
  private static void unknownRules(Trial trial, Place place, ApplicationContext house)
      throws SQLException {
    var ids = new Matters(house).open(20);
    var bad = ids.subList(0, 1);
    place.asRoot("update cases.case_file set revision = 99 where id in (" + list(bad) + ")");
    house.getBean(HandClock.class).step(Duration.ofDays(12));
    try {
      house.getBean(Alarms.class).ring();
    } catch (IllegalStateException | IllegalArgumentException e) {
      trial.fault("one matter without rules stops every alarm: " + e.getMessage());
    }
    trial.faults(waiting(place, bad));
  }

  private static long ringing(HandClock clock, Alarms alarms, ApplicationContext house, int many) {
    new Matters(house).open(many);
    clock.step(Duration.ofDays(12));
    long begun = System.nanoTime();
    alarms.ring();
    return System.nanoTime() - begun;
  }

  private static List<CaseId> poisoned(Trial trial, List<CaseId> ids) {
    var bad = new ArrayList<CaseId>();
    while (bad.size() < POISONED) {
      var one = ids.get(trial.random().nextInt(ids.size()));
      if (!bad.contains(one)) {
        bad.add(one);
      }
    }
    return bad;
  }

  private static void poison(Place place, List<CaseId> bad) throws SQLException {
    place.asRoot(REFUSE.formatted(list(bad)), TRIGGER);
  }

  private static String list(List<CaseId> ids) {
    return ids.stream().map(id -> "'" + id.value() + "'::uuid").collect(Collectors.joining(", "));
  }

  /** Performs all alarms in one transaction, as a program without this promise would. */
  private static List<String> naive(
      ApplicationContext house, Place place, List<CaseId> all, List<CaseId> bad)
      throws SQLException {
    var matters = new Matters(house);
    var acts =
        all.stream()
            .map(
                id ->
                    new Act(
                        id, "deem-accepted", Actor.CLOCK, null, null, Matters.nothing(), "notice"))
            .toList();
    try {
      matters.cases().perform(acts);
    } catch (DataAccessException e) {
      return waiting(place, bad);
    }
    return List.of();
  }

  /** Matters whose alarm did not ring though nothing is wrong with them. */
  private static List<String> waiting(Place place, List<CaseId> bad) throws SQLException {
    var except = bad.isEmpty() ? "'00000000-0000-0000-0000-000000000000'" : list(bad);
    long waiting = place.count(RUNG.formatted(except));
    return waiting == 0 ? List.of() : List.of(waiting + " alarms wait behind a poisoned one");
  }
}
