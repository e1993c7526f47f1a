package bihuan.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.bihuan.loop.cases.register.Finding;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.loop.cases.register.SnapshotSql;
import org.springframework.context.ApplicationContext;

/** R23: the owner of the database changes what was written. */
final class Tampering implements Scenario {

  @Override
  public String name() {
    return "tamper";
  }

  @Override
  public String promise() {
    return "R23";
  }

  @Override
  public String says() {
    return "Whatever the owner of the database changes in the register is found, and the first bad"
        + " row is named.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    int edits = trial.many(200, 1000);
    int clean = trial.many(20, 1000);
    try (var place = trial.town().place(trial.folder("edits"))) {
      fill(place);
      int located = 0;
      try (var connection = place.owner()) {
        connection.setAutoCommit(false);
        for (int i = 0; i < edits; i++) {
          var edit = Tamper.any(connection, trial.random());
          located += located(connection, edit, trial) ? 1 : 0;
          connection.rollback();
        }
        trial.number("edits", edits);
        trial.number("located", located);
        trial.number("clean checks", clean);
        trial.number("false alarms", falseAlarms(connection, clean, trial));
        trial.control("an edit that was none", none(connection, trial));
      }
      trial.number("false alarms while written to", busy(place, trial));
    }
  }

  /** Some matters, worked on and sealed. */
  private static void fill(Place place) throws SQLException, InterruptedException {
    var settings = Map.<String, Object>of("bihuan.work", "true", "bihuan.sealer.every", "200ms");
    try (var house = House.open(place, settings)) {
      var matters = new Matters(house);
      var ids = matters.open(60);
      matters.act(ids.subList(0, 40), "accept", Matters.nothing());
      matters.act(ids.subList(0, 20), "grant", Matters.nothing().put("licenceNumber", "00012"));
      matters.open(24);
      awaitSeals(place, house);
    }
  }

  private static void awaitSeals(Place place, ApplicationContext house)
      throws SQLException, InterruptedException {
    var unsealed =
        """
        select count(*) from cases.lane l
         where last > (select coalesce(max(size), 0) from cases.seal s where s.lane = l.lane)
        """;
    for (int i = 0; i < 300 && place.count(unsealed) > 0; i++) {
      Thread.sleep(100);
    }
    if (place.count(unsealed) > 0) {
      throw new IllegalStateException("the register is not sealed: " + house.getId());
    }
  }

  private static Register.Report verified(Connection connection) {
    return SnapshotSql.of(new Pinned(connection), Audit.DISTRICT, Register::verify);
  }

  private static boolean located(Connection connection, Tamper edit, Trial trial) {
    var findings = verified(connection).findings();
    if (findings.isEmpty()) {
      trial.fault("not found: " + edit);
      return false;
    }
    if (!edit.namedBy(findings.getFirst().row())) {
      trial.fault(edit + " was located at " + findings.stream().map(Finding::row).toList());
      return false;
    }
    return true;
  }

  private static int falseAlarms(Connection connection, int times, Trial trial)
      throws SQLException {
    int alarms = 0;
    for (int i = 0; i < times; i++) {
      if (!verified(connection).whole()) {
        alarms++;
        trial.fault("a clean register was called broken");
      }
      connection.rollback();
    }
    return alarms;
  }

  /** The register is checked while others write to it. */
  private static int busy(Place place, Trial trial) throws Exception {
    int alarms = 0;
    try (var house = House.open(place)) {
      var matters = new Matters(house);
      var writer = Thread.ofPlatform().start(() -> matters.open(2000));
      while (writer.isAlive()) {
        if (!Audit.register(place).isEmpty()) {
          alarms++;
          trial.fault("a register that is being written to was called broken");
        }
      }
    }
    return alarms;
  }

  private static java.util.List<String> none(Connection connection, Trial trial) {
    var edit = new Tamper("nothing", "no row");
    return verified(connection).findings().isEmpty()
        ? java.util.List.of("not found: " + edit + ", seed " + trial.seed())
        : java.util.List.of();
  }
}
