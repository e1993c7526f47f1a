package org.bihuan.portal.desk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.procedures.StateRule;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.counters.OwnPile;
import org.bihuan.portal.naming.Light;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads a page of the work list with the words for its codes. */
@Component
final class ListReading implements OwnPile {

  /** The name of the list in the policy. */
  private static final String ROUTE = "GET /desk";

  private static final int ROWS = 30;

  /** A pile is counted this far: nobody plans a day by the hundred and first matter. */
  private static final int COUNTED = 100;

  private final Cases cases;
  private final Procedures procedures;
  private final Calendars calendars;
  private final Naming naming;
  private final Sights sights;
  private final Clock clock;

  ListReading(
      Cases cases,
      Procedures procedures,
      Calendars calendars,
      Naming naming,
      Sights sights,
      Clock clock) {
    this.cases = cases;
    this.sights = sights;
    this.procedures = procedures;
    this.calendars = calendars;
    this.naming = naming;
    this.clock = clock;
  }

  DeskList read(Asked asked, DeskList.Kept kept, Actor actor) {
    var queue = asked.queue();
    var wanted = asked.wanted();
    var page = cases.worklist(query(queue, wanted, actor, ROWS));
    var named = asked(queue, wanted);
    return new DeskList(
        piles(queue, actor),
        rows(page.rows(), asked.columns().contains("person")),
        named,
        asked.columns(),
        naming.units(),
        states(),
        kinds(),
        new DeskList.Turns(
            page.next() == null ? null : address(named, asked.columns(), page.next()),
            wanted.after() == null ? null : address(named, asked.columns(), null)),
        kept);
  }

  /** What a reader asked for, and what they want to see of it. */
  record Asked(Queue queue, Queue.Wanted wanted, List<String> columns) {}

  /** Everything the reader's first part has to move. */
  @Override
  public Worklist.Query own(Actor actor, int limit) {
    return sifted(Queue.mine(actor).query(Queue.Wanted.ALL, actor, limit), null, actor);
  }

  /** What a reader may see of a pile. */
  Worklist.Query query(Queue queue, Queue.Wanted wanted, Actor actor, int limit) {
    return sifted(queue.query(inSight(wanted, actor), actor, limit), wanted.kind(), actor);
  }

  /** Nobody lists what reports their own unit or one above it. */
  Worklist.Query sifted(Worklist.Query query, @Nullable String kind, Actor actor) {
    return query.through(new Worklist.Sieve(kind, sights.keptFrom(actor)));
  }

  /** Rows with the words for their codes; with the people who raised them if they are shown. */
  List<DeskList.Row> rows(List<Worklist.Row> rows, boolean people) {
    var ids = rows.stream().map(Worklist.Row::applicant).distinct().toList();
    var names = people && !ids.isEmpty() ? naming.masked(ids) : Map.<UUID, String>of();
    return rows.stream()
        .map(row -> row(row, hides(row.marks()) ? null : names.get(row.applicant())))
        .toList();
  }

  private static boolean hides(Worklist.Marks marks) {
    return marks.confidential() || marks.anonymous();
  }

  private List<DeskList.Pile> piles(Queue open, Actor actor) {
    return Queue.of(actor).stream()
        .map(queue -> new DeskList.Pile(queue.code(), count(queue, actor), queue == open))
        .toList();
  }

  private String count(Queue queue, Actor actor) {
    var page = cases.worklist(query(queue, Queue.Wanted.ALL, actor, COUNTED));
    return page.next() == null ? Integer.toString(page.rows().size()) : COUNTED - 1 + "+";
  }

  /** Those who work in a unit list that unit's matters, whatever they ask for. */
  Queue.Wanted inSight(Queue.Wanted wanted, Actor actor) {
    return sights.everywhere(ROUTE, actor) ? wanted : wanted.of(actor.unit());
  }

  /** The same of rows found in another way. */
  List<Worklist.Row> inSight(List<Worklist.Row> rows, Actor actor) {
    boolean all = sights.everywhere(ROUTE, actor);
    var kept = sights.keptFrom(actor);
    return rows.stream()
        .filter(row -> all || row.unit().equals(actor.unit()))
        .filter(row -> !kept.contains(String.valueOf(row.marks().reported())))
        .toList();
  }

  private DeskList.Row row(Worklist.Row row, @Nullable String person) {
    var state = state(row.procedure(), row.state());
    var due = row.dueAt();
    var light = row.owner() == null ? null : Light.of(due, clock.instant(), calendars.current());
    return new DeskList.Row(
        row.number().value(),
        row.title(),
        item(row.procedure(), row.item()),
        state.map(StateRule::title).orElse(new Text(row.state(), row.state())),
        kind(row.owner()),
        naming.area(row.area()),
        naming.unit(row.unit()),
        light == null ? "" : light.code(),
        due,
        person,
        marks(row));
  }

  private DeskList.Marks marks(Worklist.Row row) {
    var marks = row.marks();
    return new DeskList.Marks(
        kindTitle(row.procedure(), marks.kind()),
        marks.confidential(),
        marks.anonymous(),
        marks.returned());
  }

  /** A kind of appeal in the words of the procedure that asks for it; absent if none is known. */
  private @Nullable Text kindTitle(String procedure, @Nullable String kind) {
    return kind == null ? null : kinds(procedures.latest(procedure)).get(kind);
  }

  private static Map<String, Text> kinds(Procedure procedure) {
    var kinds = new LinkedHashMap<String, Text>();
    procedure
        .form()
        .path("properties")
        .path("kind")
        .path("x-labels")
        .properties()
        .forEach(
            label ->
                kinds.put(
                    label.getKey(),
                    new Text(
                        label.getValue().path("zh").asString(label.getKey()),
                        label.getValue().path("en").asString(label.getKey()))));
    return kinds;
  }

  /** Kinds of all procedures that tell kinds apart. */
  private Map<String, Text> kinds() {
    var kinds = new LinkedHashMap<String, Text>();
    procedures.all().forEach(procedure -> kinds.putAll(kinds(procedure)));
    return kinds;
  }

  Optional<StateRule> state(String procedure, String state) {
    return Optional.ofNullable(procedures.latest(procedure).states().get(state));
  }

  Text item(String procedure, @Nullable String code) {
    return Optional.ofNullable(code)
        .flatMap(procedures::item)
        .map(Item::title)
        .orElseGet(() -> procedures.latest(procedure).title());
  }

  /** How a state is marked by who moves next: their turn, ours, the leader's, nobody's. */
  static String kind(@Nullable Role owner) {
    if (owner == null) {
      return "done";
    }
    return switch (owner) {
      case APPLICANT -> "yours";
      case LEADER -> "late";
      case CLERK, DISPATCHER, HANDLER, APPROVER, CALLER, GRID_WORKER, ADMIN, INTEGRATOR, SYSTEM ->
          "busy";
    };
  }

  /** States of all procedures; those of one name are one choice. */
  private Map<String, Text> states() {
    var states = new LinkedHashMap<String, Text>();
    procedures
        .all()
        .forEach(p -> p.states().values().forEach(s -> states.putIfAbsent(s.id(), s.title())));
    return states;
  }

  private static Map<String, String> asked(Queue queue, Queue.Wanted wanted) {
    var asked = new LinkedHashMap<String, String>();
    asked.put("queue", queue.code());
    put(asked, "unit", wanted.unit());
    put(asked, "state", wanted.state());
    put(asked, "kind", wanted.kind());
    put(asked, "q", wanted.q());
    var due = wanted.due();
    put(asked, "due", due == null ? null : due.code());
    return asked;
  }

  private static void put(Map<String, String> asked, String name, @Nullable String value) {
    if (value != null) {
      asked.put(name, value);
    }
  }

  private static String address(
      Map<String, String> asked, List<String> columns, Worklist.@Nullable Cursor after) {
    var address = UriComponentsBuilder.fromPath("/desk");
    asked.forEach((name, _) -> address.queryParam(name, "{" + name + "}"));
    if (!columns.equals(DeskList.USUAL)) {
      address.queryParam("cols", columns.toArray());
    }
    if (after != null) {
      address.queryParam("after", after.token());
    }
    return address.encode().buildAndExpand(asked).toUriString();
  }
}
