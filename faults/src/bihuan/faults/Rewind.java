package bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.storage.BaseCopy;
import org.bihuan.foundation.storage.StorageFault;

/** R21: a district goes back to a chosen second. */
final class Rewind implements Scenario {

  private static final String BEFORE =
      "select count(*) from cases.case_entry where at <= '%s'::timestamptz";

  private static final String AFTER =
      "select count(*) from cases.case_entry where at > '%s'::timestamptz";

  @Override
  public String name() {
    return "rewind";
  }

  @Override
  public String promise() {
    return "R21";
  }

  @Override
  public String says() {
    return "A district goes back to a chosen second: what came before is there, what came after is"
        + " not, and every check passes.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    var folder = trial.folder("district");
    trial.town().copy(folder);
    var archive = Files.createDirectory(folder.resolve(BaseCopy.ARCHIVE));
    var base = trial.folder("base");
    Instant moment;
    long before;
    try (var place = trial.town().open(folder, Map.of());
        var house = House.open(place)) {
      var matters = new Matters(house);
      matters.open(50);
      BaseCopy.take(folder, base);
      matters.act(matters.open(trial.many(300, 20_000)), "accept", Matters.nothing());
      moment = moment(place);
      before = place.count(BEFORE.formatted(moment));
      matters.open(100);
      long after = place.count(AFTER.formatted(moment));
      trial.require(after == 100, after + " of 100 entries came after the moment");
    }
    var back = trial.folder("back");
    long begun = System.nanoTime();
    BaseCopy.rewind(base, archive, back, moment);
    trial.faults(seen(trial, back, moment, before));
    trial.number("entries before the moment", before);
    trial.number("back in, ms", (System.nanoTime() - begun) / 1_000_000);
    holes(trial, base, archive, moment);
    flips(trial, base, archive, moment);
  }

  private static Instant moment(Place place) throws SQLException, InterruptedException {
    Thread.sleep(50);
    try (var connection = place.root();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select clock_timestamp()")) {
      row.next();
      var moment = row.getObject(1, OffsetDateTime.class).toInstant();
      Thread.sleep(50);
      return moment;
    }
  }

  private static List<String> seen(Trial trial, Path back, Instant moment, long before)
      throws Exception {
    var found = new ArrayList<String>();
    try (var place = trial.town().open(back, Map.of())) {
      long now = place.count(BEFORE.formatted(moment));
      long late = place.count(AFTER.formatted(moment));
      if (now != before) {
        found.add(now + " of " + before + " entries came back");
      }
      if (late != 0) {
        found.add(late + " entries came back from after the moment");
      }
      found.addAll(Audit.register(place));
      try (var app = App.start(trial.town().product(), place);
          var api = new Api(app.port())) {
        var got = api.send(api.opening(trial.town().token("clerk"), "after", "after"));
        if (got.status() != 201) {
          found.add("nothing can be opened afterwards: " + got.body());
        }
      }
    }
    return found;
  }

  /** Without a piece of the log nobody gets to the moment, and that must be said. */
  private static void holes(Trial trial, Path base, Path archive, Instant moment)
      throws IOException {
    var torn = Files.createDirectory(trial.folder("torn"));
    try (var pieces = Files.list(archive)) {
      var whole = pieces.filter(p -> p.getFileName().toString().length() == 24).sorted().toList();
      for (var piece : whole.subList(0, whole.size() - 1)) {
        Files.copy(piece, torn.resolve(piece.getFileName()));
      }
    }
    var folder = trial.folder("hole");
    BaseCopy.rewind(base, torn, folder, moment);
    trial.control("a piece of the log dropped", starts(trial, folder));
  }

  private static void flips(Trial trial, Path base, Path archive, Instant moment)
      throws IOException {
    List<Path> files;
    try (var all = Files.walk(base.resolve("postgres").resolve("base"))) {
      files = all.filter(file -> file.toFile().length() > 0 && Files.isRegularFile(file)).toList();
    }
    var file = files.get(trial.random().nextInt(files.size()));
    var bytes = Files.readAllBytes(file);
    bytes[trial.random().nextInt(bytes.length)] ^= 4;
    Files.write(file, bytes);
    try {
      BaseCopy.rewind(base, archive, trial.folder("flipped"), moment);
      trial.control("a byte flipped in the base copy", List.of());
    } catch (StorageFault e) {
      trial.control("a byte flipped in the base copy", List.of(String.valueOf(e.getMessage())));
    }
  }

  /** Empty if the server of the folder starts. */
  private static List<String> starts(Trial trial, Path folder) {
    try (var place = trial.town().open(folder, Map.of())) {
      trial.say("started on " + place.url());
      return List.of();
    } catch (StorageFault e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
