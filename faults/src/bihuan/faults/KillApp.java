package bihuan.faults;

/** R1: the process of the product is killed under load, again and again. */
final class KillApp implements Scenario {

  @Override
  public String name() {
    return "kill-app";
  }

  @Override
  public String promise() {
    return "R1";
  }

  @Override
  public String says() {
    return "The application is killed at any moment: nothing acknowledged is lost or done twice.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    kills(trial);
    earlyReplies(trial);
  }

  private static void kills(Trial trial) throws Exception {
    int kills = trial.many(20, 200);
    long slowest = 0;
    try (var place = trial.town().place(trial.folder("kills"));
        var journal = new Journal(place.folder().resolve("journal"));
        var app = App.start(trial.town().product(), place);
        var load = new Load(trial.town(), app.port(), journal, "k" + trial.seed(), false)) {
      load.begin(32);
      for (int i = 0; i < kills; i++) {
        load.awaitMore(1, 20);
        Thread.sleep(trial.between(50, 900));
        app.kill();
        slowest = Math.max(slowest, app.again().toMillis());
      }
      load.settle();
      trial.faults(Audit.of(place, journal));
      trial.faults(Audit.register(place));
      trial.number("kills", kills);
      trial.number("acknowledged", journal.count(Journal.Told.DONE));
      trial.number("asked again", journal.repeated());
      trial.number("slowest ready again, ms", slowest);
      trial.inTime(slowest <= 20_000, "ready again only after " + slowest + " ms");
      trial.require(load.done() > kills * 5L, "too little was done to prove anything");
    }
  }

  /** A door that says yes before the product has said it. */
  private static void earlyReplies(Trial trial) throws Exception {
    try (var place = trial.town().place(trial.folder("early"));
        var journal = new Journal(place.folder().resolve("journal"));
        var app = App.start(trial.town().product(), place);
        var door = Front.early(app.port());
        var load = new Load(trial.town(), door.port(), journal, "e" + trial.seed(), true)) {
      load.begin(8);
      load.awaitMore(40, 20);
      app.kill();
      load.abandon();
      trial.control("replies before the commit", Audit.lost(Audit.of(place, journal)));
    }
  }
}
