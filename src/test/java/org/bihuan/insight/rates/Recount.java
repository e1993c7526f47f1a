package org.bihuan.insight.rates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts an exported register by hand and in another way than the program: not step by step but
 * looking at each matter as a whole, cut into turns and orders. Knows nothing of the database.
 */
final class Recount {

  private static final Duration AGAIN = Duration.ofDays(90);
  private static final List<String> ENDS_TURN =
      List.of("object", "call-back-objection", "check-objection", "reopen");
  private static final List<String> TAKES_UP = List.of("object-unfounded", "uphold-objection");
  private static final List<String> ENDS_ORDER =
      List.of(
          "answer",
          "answer-suggestion",
          "return",
          "return-to-ruling",
          "part",
          "withdraw",
          "approve-unfounded");
  private static final List<String> JOINS = List.of("me-too", "join", "join-working");
  private static final List<String> CLOSES =
      List.of("confirm", "call-back", "check", "close-unreached");

  private static final String[] LEAVES = {
    "redirect", "keep-redirect", "withdraw", "approve-unfounded"
  };
  private static final String[] ANSWERS = {"answer", "answer-suggestion", "answer-now"};

  /** Day, unit, item, street, channel, rate, standing: how many. */
  final Map<String, Long> counts = new TreeMap<>();

  private final List<Matter> matters = new ArrayList<>();

  private record Event(String act, Instant at, JsonNode data, String unit) {
    boolean is(String... acts) {
      return List.of(acts).contains(act);
    }
  }

  private record Matter(
      String id, String item, String area, String channel, Instant opened, List<Event> events) {}

  static Recount of(String exported) {
    var recount = new Recount();
    var matters = new LinkedHashMap<String, Matter>();
    exported
        .lines()
        .map(JsonMapper.shared()::readTree)
        .forEach(n -> read(n.path("entry"), matters));
    recount.matters.addAll(matters.values());
    recount.matters.forEach(recount::count);
    return recount;
  }

  private static void read(JsonNode entry, Map<String, Matter> matters) {
    var id = entry.path("caseId").asString("");
    var data = entry.path("data");
    var at = Instant.parse(entry.path("at").asString("2000-01-01T00:00:00Z"));
    var opened = data.path("opened");
    if (opened.path("procedure").asString("").equals("appeal")) {
      var matter =
          new Matter(
              id,
              opened.path("item").asString(""),
              opened.path("area").asString(),
              opened.path("channel").asString(),
              at,
              new ArrayList<>());
      matters.put(id, matter);
      matter.events().add(new Event("open", at, data, opened.path("unit").asString()));
    } else if (matters.containsKey(id)) {
      var events = matters.get(id).events();
      var unit = data.path("unit").asString(events.getLast().unit());
      events.add(new Event(entry.path("act").asString(), at, data, unit));
    }
  }

  private void count(Matter matter) {
    var turn = new ArrayList<Event>();
    for (var event : matter.events()) {
      turn.add(event);
      if (ENDS_TURN.contains(event.act()) || TAKES_UP.contains(event.act())) {
        turn(matter, turn);
        turn.clear();
      }
    }
    turn(matter, turn);
    orders(matter);
  }

  /** A turn counts as what was last said of it, on the day something was first said. */
  private void turn(Matter matter, List<Event> turn) {
    var closing = first(turn, CLOSES.toArray(String[]::new));
    var said = closing != null ? closing : first(turn, LEAVES);
    boolean refused = !turn.isEmpty() && ENDS_TURN.contains(turn.getLast().act());
    if (said == null && !refused) {
      return;
    }
    var first = said == null ? turn.getLast() : said;
    var answer = first(turn, ANSWERS);
    var unit = answer == null ? first.unit() : answer.unit();
    var solved = refused ? "no" : first.is("confirm", "call-back", "check") ? "yes" : "aside";
    add(matter, first.at(), unit, "solved", first.is(LEAVES) ? "out" : solved);
    if (closing != null) {
      add(matter, closing.at(), unit, "satisfied", satisfied(turn));
      add(matter, closing.at(), unit, "recurred", recurred(matter, turn, closing));
    }
  }

  private static String satisfied(List<Event> turn) {
    int grade =
        turn.stream()
            .filter(e -> e.is("confirm", "call-back", "rate"))
            .mapToInt(e -> e.data().path("facts").path("rating").asInt(0))
            .filter(g -> g > 0)
            .reduce(0, (a, b) -> b);
    return grade == 0 ? "aside" : grade <= 3 ? "yes" : "no";
  }

  private String recurred(Matter matter, List<Event> turn, Event closing) {
    if (turn.getLast().is("reopen")) {
      return "yes";
    }
    if (joined(turn, turn.indexOf(first(turn, ANSWERS)))) {
      return "out";
    }
    if (matter.item().isEmpty() || matter.area().length() < 12) {
      return "aside";
    }
    return matters.stream()
            .filter(other -> !other.id().equals(matter.id()))
            .filter(o -> o.item().equals(matter.item()) && o.area().equals(matter.area()))
            .map(Matter::opened)
            .anyMatch(o -> o.isAfter(closing.at()) && !o.isAfter(closing.at().plus(AGAIN)))
        ? "yes"
        : "no";
  }

  private static boolean joined(List<Event> events, int until) {
    for (int i = until; i >= 0; i--) {
      if (JOINS.contains(events.get(i).act())) {
        return true;
      }
      if (events.get(i).is("part", "dispatch", "rule", "reopen", "object")) {
        return false;
      }
    }
    return false;
  }

  /**
   * An order is from a dispatch or joining to what ends it; it is late if its alarm rang before.
   */
  private void orders(Matter matter) {
    var events = matter.events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).is("answer-now")) {
        add(matter, events.get(i).at(), events.get(i).unit(), "responded", "out");
      } else if (begins(events, i)) {
        order(matter, i);
      }
    }
  }

  private static boolean begins(List<Event> events, int at) {
    boolean joins = JOINS.contains(events.get(at).act());
    return events.get(at).is("dispatch", "rule") || (joins && !running(events, at));
  }

  private static boolean running(List<Event> events, int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (events.get(i).is("dispatch", "rule") || JOINS.contains(events.get(i).act())) {
        return true;
      }
      if (ENDS_ORDER.contains(events.get(i).act())) {
        return false;
      }
    }
    return false;
  }

  private void order(Matter matter, int begin) {
    var events = matter.events();
    @Nullable Event late = null;
    for (int i = begin + 1; i < events.size() && !begins(events, i); i++) {
      var event = events.get(i);
      late = late == null && event.is("handling-overdue") ? event : late;
      if (event.is("approve-unfounded")) {
        var first = late == null ? event : late;
        add(matter, first.at(), first.unit(), "responded", "out");
        return;
      }
      if (late == null && ENDS_ORDER.contains(event.act())) {
        add(matter, event.at(), event.unit(), "responded", ended(event, joined(events, i)));
        return;
      }
    }
    if (late != null) {
      boolean joined = joined(events, events.indexOf(late));
      add(matter, late.at(), late.unit(), "responded", joined ? "out" : "no");
    }
  }

  private static String ended(Event event, boolean joined) {
    if (!event.is(ANSWERS) || joined) {
      return "out";
    }
    for (var clock : event.data().path("clocks")) {
      if (clock.path("clock").asString().equals("handling")) {
        var due = Instant.parse(clock.path("dueAt").asString());
        return event.at().isBefore(due) ? "yes" : "no";
      }
    }
    throw new AssertionError("an answer ends the clock of handling");
  }

  private static @Nullable Event first(List<Event> events, String... acts) {
    return events.stream().filter(e -> e.is(acts)).findFirst().orElse(null);
  }

  private void add(Matter matter, Instant at, String unit, String rate, String standing) {
    var street = matter.area().substring(0, Math.min(9, matter.area().length()));
    var sorts = List.of(unit, matter.item(), street, matter.channel());
    var names = List.of("unit", "item", "street", "channel");
    for (int i = 0; i < names.size(); i++) {
      for (var whose : List.of("", unit)) {
        var key = List.of(whose, names.get(i), ChinaTime.day(at), sorts.get(i), rate, standing);
        counts.merge(key.toString(), 1L, Long::sum);
      }
    }
  }
}
