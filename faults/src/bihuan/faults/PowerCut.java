package bihuan.faults;

import java.util.Map;

/** R3: the power fails; only what was flushed to the disk is there afterwards. */
final class PowerCut implements Scenario {

  @Override
  public String name() {
    return "power-cut";
  }

  @Override
  public String promise() {
    return "R3";
  }

  @Override
  public String says() {
    return "The power fails: what was acknowledged was on the disk.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    var hindrance = Disk.hindrance(trial.folder("try"));
    if (!hindrance.isEmpty()) {
      trial.skip(hindrance);
      return;
    }
    cuts(trial);
    unflushed(trial);
  }

  private static void cuts(Trial trial) throws Exception {
    int cuts = trial.many(3, 50);
    var folder = trial.folder("cuts");
    trial.town().copy(folder);
    try (var disk = Disk.under(trial.folder("disk"), folder.resolve("postgres"));
        var place = trial.town().open(folder, Map.of());
        var journal = new Journal(folder.resolve("journal"));
        var app = App.start(trial.town().product(), place);
        var load = new Load(trial.town(), app.port(), journal, "p" + trial.seed(), false)) {
      load.begin(32);
      for (int i = 0; i < cuts; i++) {
        load.awaitMore(20, 60);
        Thread.sleep(trial.between(100, 1500));
        disk.cut(place);
        trial.require(load.awaitMore(1, 60), "nothing was written for a minute after a cut");
      }
      load.settle();
      trial.faults(Audit.of(place, journal));
      trial.faults(Audit.register(place));
      trial.number("cuts", cuts);
      trial.number("acknowledged", journal.count(Journal.Told.DONE));
    }
  }

  /** A database that believes the disk has what it has not. */
  private static void unflushed(Trial trial) throws Exception {
    var folder = trial.folder("unflushed");
    trial.town().copy(folder);
    try (var disk = Disk.under(trial.folder("weak"), folder.resolve("postgres"));
        var place = trial.town().open(folder, Map.of("fsync", ""));
        var journal = new Journal(folder.resolve("journal"));
        var app = App.start(trial.town().product(), place);
        var load = new Load(trial.town(), app.port(), journal, "u" + trial.seed(), true)) {
      place.asRoot("alter system set fsync = off", "select pg_reload_conf()");
      Thread.sleep(500);
      load.begin(8);
      load.awaitMore(40, 60);
      disk.cut(place);
      load.abandon();
      trial.control("fsync off", Audit.afterwards(place, journal));
    }
  }
}
