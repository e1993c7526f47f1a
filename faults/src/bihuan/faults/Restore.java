package bihuan.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.storage.Backups;
import org.bihuan.foundation.storage.Migrations;

/** R21: a copy is made while work goes on, and brought back elsewhere. */
final class Restore implements Scenario {

  private static final List<String> TABLES =
      List.of(
          "cases.case_file",
          "cases.case_entry",
          "cases.case_clock",
          "cases.lane",
          "cases.seal",
          "people.person",
          "access.staff",
          "intake.request_key");

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String promise() {
    return "R21";
  }

  @Override
  public String says() {
    return "A copy made while work goes on comes back whole, with every check passed.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    var copy = trial.folder("copy.zip");
    try (var from = trial.town().place(trial.folder("from"));
        var journal = new Journal(from.folder().resolve("journal"));
        var app = App.start(trial.town().product(), from);
        var load = new Load(trial.town(), app.port(), journal, "b" + trial.seed(), false)) {
      load.begin(8);
      load.awaitMore(trial.many(150, 3000), 120);
      long rows = Backups.create(from.settings(), copy, keys(from));
      load.settle();
      trial.number("rows copied while written to", rows);
      trial.require(Backups.verify(copy).isEmpty(), "the copy is not whole");
      bringBack(trial, copy, rows);
      still(trial, from);
    }
    flipped(trial, copy);
  }

  private static List<Path> keys(Place place) {
    return List.of(place.folder().resolve("field.key"), place.folder().resolve("register.key"));
  }

  private static void bringBack(Trial trial, Path copy, long rows) throws Exception {
    long begun = System.nanoTime();
    try (var to = trial.town().open(trial.folder("to"), Map.of())) {
      Migrations.run(to.settings());
      long back = Backups.restore(to.settings(), copy, to.folder());
      trial.number("restored in, ms", (System.nanoTime() - begun) / 1_000_000);
      trial.require(back == rows, back + " of " + rows + " rows came back");
      trial.faults(Audit.register(to));
      try (var app = App.start(trial.town().product(), to);
          var api = new Api(app.port())) {
        var got = api.send(api.opening(trial.town().token("clerk"), "after", "after"));
        trial.require(got.status() == 201, "nothing can be opened afterwards: " + got.body());
      }
    }
  }

  /** A copy of a quiet district is the district, table by table. */
  private static void still(Trial trial, Place from) throws Exception {
    var copy = trial.folder("still.zip");
    Backups.create(from.settings(), copy, keys(from));
    try (var to = trial.town().open(trial.folder("still"), Map.of())) {
      Migrations.run(to.settings());
      Backups.restore(to.settings(), copy, to.folder());
      for (var table : TABLES) {
        trial.require(print(from, table).equals(print(to, table)), table + " is not what it was");
      }
    }
  }

  private static String print(Place place, String table) throws SQLException {
    var sql =
        "select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from " + table + " t";
    try (var connection = place.root();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void flipped(Trial trial, Path copy) throws Exception {
    var bytes = Files.readAllBytes(copy);
    bytes[trial.random().nextInt(bytes.length)] ^= 4;
    var broken = Files.write(trial.folder("broken.zip"), bytes);
    trial.control("a byte flipped in the copy", Backups.verify(broken));
  }
}
