package bihuan.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** R7: the same request again, at once, later, changed, and by somebody else. */
final class Duplicates implements Scenario {

  private static final int COPIES = 20;

  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public String promise() {
    return "R7";
  }

  @Override
  public String says() {
    return "A request sent twenty times is done once and answered alike; a key is its sender's"
        + " own.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    int writes = trial.many(40, 1000);
    try (var place = trial.town().place(trial.folder("copies"));
        var app = App.start(trial.town().product(), place);
        var keyless =
            Front.changing(app.port(), s -> new Front.Sent(s.path(), s.token(), "", s.body()));
        var faceless = Front.changing(app.port(), s -> sameSender(trial.town(), s));
        var pool = Executors.newFixedThreadPool(COPIES)) {
      var suite = new Suite(trial, place, app.port(), pool);
      suite.copies(writes, "t");
      suite.later();
      trial.faults(suite.changed("real"));
      trial.faults(suite.anothers("real"));
      trial.faults(suite.refusals());
      trial.faults(suite.unsoundKeys());
      trial.faults(Audit.register(place));
      trial.number("writes", writes);
      trial.number("copies of each", COPIES);
      trial.control("keys taken away", new Suite(trial, place, keyless.port(), pool).one("u"));
      trial.control(
          "keys without their sender",
          new Suite(trial, place, faceless.port(), pool).anothers("faceless"));
    }
  }

  private static Front.Sent sameSender(Town town, Front.Sent sent) {
    return new Front.Sent(sent.path(), "Bearer " + town.token("clerk"), sent.key(), sent.body());
  }

  /** The twelve cases, as far as they do not need a kill or a cut. */
  private record Suite(Trial trial, Place place, int port, ExecutorService pool) {

    void copies(int writes, String mark) throws Exception {
      for (int i = 0; i < writes; i++) {
        trial.faults(one(mark + i));
      }
    }

    /** Twenty copies at once. */
    List<String> one(String mark) throws Exception {
      var title = "dup-" + trial.seed() + "-" + mark;
      var faults = new ArrayList<String>();
      try (var api = new Api(port)) {
        var call = api.opening(trial.town().token("clerk"), title, title);
        Callable<Api.Got> send = () -> settled(api, call);
        var tasks = IntStream.range(0, COPIES).mapToObj(n -> send).toList();
        var got = pool.invokeAll(tasks).stream().map(f -> f.resultNow()).toList();
        long answers = got.stream().map(g -> g.text("number")).distinct().count();
        long fresh = got.stream().filter(g -> !g.replayed()).count();
        check(
            faults,
            got.stream().allMatch(g -> g.status() == 201),
            title + " was answered " + got.stream().map(Api.Got::status).distinct().toList());
        check(faults, answers == 1, title + " has " + answers + " answers");
        check(faults, fresh == 1, title + " was done afresh " + fresh + " times");
      }
      long effects = effects(title);
      check(faults, effects == 1, title + " has " + effects + " effects");
      return faults;
    }

    /** Who is told to come again comes again. */
    private static Api.Got settled(Api api, Api.Call call)
        throws IOException, InterruptedException {
      var got = api.send(call);
      for (int i = 0; i < 50 && (got.status() == 503 || got.status() == 409); i++) {
        Thread.sleep(100);
        got = api.send(call);
      }
      return got;
    }

    private long effects(String title) throws java.sql.SQLException {
      return place.count("select count(*) from cases.case_file where title = '" + title + "'");
    }

    /** Again after an hour, a day and more, and eight days. */
    void later() throws Exception {
      var title = "dup-" + trial.seed() + "-later";
      try (var api = new Api(port)) {
        var call = api.opening(trial.town().token("clerk"), title, title);
        var first = api.send(call);
        for (var age : List.of("1 hour", "25 hours", "8 days")) {
          place.asRoot("update intake.request_key set at = at - interval '" + age + "'");
          var again = api.send(call);
          trial.require(
              again.replayed() && again.text("number").equals(first.text("number")),
              "after " + age + " the same request was not recognised");
        }
      }
      trial.require(effects(title) == 1, title + " was done again later");
    }

    /** The same key with another body, and at another address. */
    List<String> changed(String mark) throws Exception {
      var faults = new ArrayList<String>();
      var title = "dup-" + trial.seed() + "-changed-" + mark;
      var clerk = trial.town().token("clerk");
      try (var api = new Api(port)) {
        var first = api.send(api.opening(clerk, title, title));
        var other = api.send(api.opening(clerk, title + "-other", title));
        check(faults, other.status() == 422, "another body under the same key: " + other.status());
        var act = Api.act(clerk, first.text("number"), "withdraw", "{\"note\":\"x\"}", title);
        check(faults, api.send(act).status() == 422, "another address under the same key");
      }
      check(faults, effects(title + "-other") == 0, "the other body was done");
      return faults;
    }

    /** The same key of another person: independent, and nothing of the first one is seen. */
    List<String> anothers(String mark) throws Exception {
      var faults = new ArrayList<String>();
      var title = "dup-" + trial.seed() + "-another-" + mark;
      try (var api = new Api(port)) {
        var mine = api.send(api.opening(trial.town().token("clerk"), title, title));
        var theirs = api.send(api.opening(trial.town().token("clerk2"), title, title));
        check(faults, !theirs.replayed(), "somebody else's key gave my answer");
        check(
            faults,
            !theirs.text("number").equals(mine.text("number")),
            "somebody else was shown my matter");
      }
      return faults;
    }

    /** Corrected after a refusal with the same key; refused again by the same rule. */
    List<String> refusals() throws Exception {
      var faults = new ArrayList<String>();
      var title = "dup-" + trial.seed() + "-refused";
      var town = trial.town();
      try (var api = new Api(port)) {
        var call = api.opening(town.token("clerk"), title, title);
        var wrong = new Api.Call(call.path(), call.token(), call.body().replace("138", "1"), title);
        check(faults, api.send(wrong).status() == 422, "a wrong phone was taken");
        var right = api.send(call);
        check(faults, right.status() == 201, "corrected, and refused: " + right.body());
        var grant = "{\"facts\":{\"licenceNumber\":\"00012\"}}";
        var early =
            Api.act(town.token("handler"), right.text("number"), "grant", grant, "g" + title);
        for (int i = 0; i < 2; i++) {
          check(faults, api.send(early).status() == 409, "granted before it was accepted");
        }
      }
      return faults;
    }

    List<String> unsoundKeys() throws Exception {
      var faults = new ArrayList<String>();
      try (var api = new Api(port)) {
        for (var key : List.of("", " ", "two words", "k".repeat(129))) {
          var got = api.send(api.opening(trial.town().token("clerk"), "unsound", key));
          check(faults, got.status() == 400, "the key '" + key + "' was answered " + got.status());
        }
      }
      check(faults, effects("unsound") == 0, "an unsound key was worked on");
      return faults;
    }

    private static void check(List<String> faults, boolean fine, String otherwise) {
      if (!fine) {
        faults.add(otherwise);
      }
    }
  }
}
