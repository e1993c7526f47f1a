package bihuan.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** R8: colleagues act on the same matter at the same moment. */
final class StaffRaces implements Scenario {

  @Override
  public String name() {
    return "staff";
  }

  @Override
  public String promise() {
    return "R8";
  }

  @Override
  public String says() {
    return "Of colleagues who act on one matter at the same moment, one is heard; nobody overwrites"
        + " what he has not seen.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    int pairs = trial.many(40, 2000);
    try (var place = trial.town().place(trial.folder("races"));
        var app = App.start(trial.town().product(), place);
        var blind =
            Front.changing(
                app.port(),
                s ->
                    new Front.Sent(
                        s.path(),
                        s.token(),
                        s.key(),
                        s.body().replaceAll("\"version\":\\d+,?", "")));
        var pool = Executors.newFixedThreadPool(8)) {
      var races = new Races(trial, app.port(), pool);
      for (int i = 0; i < pairs; i++) {
        trial.faults(races.claim("a" + i));
        trial.faults(races.approval("b" + i));
        trial.faults(races.ends("c" + i));
      }
      trial.faults(Audit.register(place));
      trial.number("pairs of each rule", pairs);
      trial.number("rules", 3);
      trial.control("versions taken away", blindClaims(trial, blind.port(), pool));
    }
  }

  private static List<String> blindClaims(Trial trial, int port, ExecutorService pool)
      throws Exception {
    var races = new Races(trial, port, pool);
    var found = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      found.addAll(races.claim("blind" + i));
    }
    return found;
  }

  /** Races, each on a matter of its own. */
  private record Races(Trial trial, int port, ExecutorService pool) {

    /** Two handlers take on the same appeal, both having seen the same version. */
    List<String> claim(String mark) throws Exception {
      try (var api = new Api(port)) {
        var opened = api.send(api.appeal(token("clerk"), title(mark), null));
        var number = number(opened);
        act(api, "dispatcher", number, "accept", "{}");
        var file =
            act(
                api,
                "dispatcher",
                number,
                "dispatch",
                "{\"facts\":{\"unit\":\"city-management\"}}");
        var body = "{\"version\":" + file.body().path("version").asInt() + "}";
        return one(
            mark,
            atOnce(
                () -> api.send(Api.act(token("city"), number, "claim", body, null)),
                () -> api.send(Api.act(token("city2"), number, "claim", body, null))));
      }
    }

    /** Two heads approve the same extension; the procedure allows it once. */
    List<String> approval(String mark) throws Exception {
      try (var api = new Api(port)) {
        var number = number(api.send(api.opening(token("clerk"), title(mark), null)));
        act(api, "handler", number, "accept", "{}");
        act(api, "handler", number, "ask-extension", "{\"facts\":{\"extensionReason\":\"材料复杂\"}}");
        var body = "{\"note\":\"同意延长\"}";
        return one(
            mark,
            atOnce(
                () -> api.send(Api.act(token("approver"), number, "extend", body, null)),
                () -> api.send(Api.act(token("approver2"), number, "extend", body, null))));
      }
    }

    /** It is granted and withdrawn at the same moment. */
    List<String> ends(String mark) throws Exception {
      try (var api = new Api(port)) {
        var number = number(api.send(api.opening(token("clerk"), title(mark), null)));
        act(api, "handler", number, "accept", "{}");
        var grant = "{\"facts\":{\"licenceNumber\":\"00012\"}}";
        return one(
            mark,
            atOnce(
                () -> api.send(Api.act(token("handler"), number, "grant", grant, null)),
                () ->
                    api.send(
                        Api.act(token("clerk"), number, "withdraw", "{\"note\":\"撤回\"}", null))));
      }
    }

    private String title(String mark) {
      return "staff-" + trial.seed() + "-" + mark;
    }

    private String token(String login) {
      return trial.town().token(login);
    }

    private static String number(Api.Got opened) {
      if (opened.status() != 201) {
        throw new IllegalStateException("not opened: " + opened.body());
      }
      return opened.text("number");
    }

    private Api.Got act(Api api, String who, String number, String act, String body)
        throws Exception {
      var got = api.send(Api.act(token(who), number, act, body, null));
      if (got.status() != 200) {
        throw new IllegalStateException(act + " was refused: " + got.body());
      }
      return got;
    }

    private List<Api.Got> atOnce(Callable<Api.Got> first, Callable<Api.Got> second)
        throws Exception {
      var barrier = new CyclicBarrier(2);
      var both = new ArrayList<Callable<Api.Got>>();
      for (var one : List.of(first, second)) {
        both.add(
            () -> {
              barrier.await();
              return one.call();
            });
      }
      var got = new ArrayList<Api.Got>();
      for (var future : pool.invokeAll(both)) {
        got.add(future.get());
      }
      return got;
    }

    /** One was heard, the other was told so. */
    private static List<String> one(String mark, List<Api.Got> got) {
      long heard = got.stream().filter(g -> g.status() == 200).count();
      long told = got.stream().filter(g -> g.status() == 409).count();
      return heard == 1 && told == 1
          ? List.of()
          : List.of("race " + mark + ": " + got.stream().map(Api.Got::status).toList());
    }
  }
}
