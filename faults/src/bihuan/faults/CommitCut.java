package bihuan.faults;

import java.util.List;

/** R4: the line to the database breaks exactly while a write is being committed. */
final class CommitCut implements Scenario {

  @Override
  public String name() {
    return "commit-cut";
  }

  @Override
  public String promise() {
    return "R4";
  }

  @Override
  public String says() {
    return "The connection breaks around a commit: nobody is told that it failed if it was done,"
        + " nor that it was done if it was not.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    cuts(trial);
    lies(trial);
  }

  private static void cuts(Trial trial) throws Exception {
    int cuts = trial.many(50, 500);
    try (var place = trial.town().place(trial.folder("cuts"));
        var wire = Wire.to(place.url());
        var journal = new Journal(place.folder().resolve("journal"));
        var app = App.start(trial.town().product(), place, wire.url(place.url()), List.of());
        var load = new Load(trial.town(), app.port(), journal, "c" + trial.seed(), false)) {
      load.begin(8);
      var kinds = Wire.Cut.values();
      for (int i = 0; i < cuts; i++) {
        Thread.sleep(trial.between(5, 60));
        wire.cutNext(kinds[trial.random().nextInt(kinds.length)]);
        awaitCut(wire, i + 1);
        trial.require(load.awaitMore(1, 30), "nothing was written for long after a cut");
      }
      load.settle();
      trial.faults(Audit.of(place, journal));
      trial.faults(Audit.register(place));
      trial.number("cuts", wire.cuts());
      trial.number("acknowledged", journal.count(Journal.Told.DONE));
      trial.number("asked again", journal.repeated());
    }
  }

  private static void awaitCut(Wire wire, int wanted) throws InterruptedException {
    for (int i = 0; i < 3000 && wire.cuts() < wanted; i++) {
      Thread.sleep(10);
    }
    if (wire.cuts() < wanted) {
      throw new IllegalStateException("no write was committed for 30 s, so none was cut");
    }
  }

  /** A database that says it has committed what it has not. */
  private static void lies(Trial trial) throws Exception {
    try (var place = trial.town().place(trial.folder("lies"));
        var wire = Wire.to(place.url());
        var journal = new Journal(place.folder().resolve("journal"));
        var app = App.start(trial.town().product(), place, wire.url(place.url()), List.of());
        var load = new Load(trial.town(), app.port(), journal, "x" + trial.seed(), true)) {
      wire.lie();
      load.begin(4);
      load.awaitMore(5, 30);
      load.abandon();
      trial.control("commits undone on the line", Audit.lost(Audit.of(place, journal)));
    }
  }
}
