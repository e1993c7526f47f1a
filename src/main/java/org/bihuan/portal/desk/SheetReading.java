package org.bihuan.portal.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.people.Person;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.RegisterRow;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.procedures.ShownFact;
import org.bihuan.loop.procedures.StateRule;
import org.bihuan.portal.naming.Light;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a matter with the words for its codes. */
@Component
final class SheetReading {

  private static final Text THE_PERSON = new Text("本人", "The person");

  private final Cases cases;
  private final Procedures procedures;
  private final Calendars calendars;
  private final Naming naming;
  private final Evidence evidence;
  private final Clock clock;

  SheetReading(
      Cases cases,
      Procedures procedures,
      Calendars calendars,
      Naming naming,
      Evidence evidence,
      Clock clock) {
    this.cases = cases;
    this.procedures = procedures;
    this.calendars = calendars;
    this.naming = naming;
    this.evidence = evidence;
    this.clock = clock;
  }

  CaseSheet read(CaseView file, Actor actor, boolean named) {
    var procedure = cases.procedure(file);
    var item = item(file);
    var rows = cases.entries(file.identity().id());
    var next = NextActs.of(file, procedure, rows, cases.acts(file.identity().id(), actor));
    return new CaseSheet(
        file,
        names(file, procedure, item, named),
        light(file).code(),
        facts(procedure, item, file.facts()),
        next.acts(),
        next.lead(),
        clocks(file).lines(file.clocks()),
        register(file, procedure, item, rows),
        family(file),
        evidence.of(file.identity().id().value()),
        marks(file, procedure, rows));
  }

  /** The kind of appeal stands among the facts; how often it was given back is counted here. */
  private static DeskList.Marks marks(CaseView file, Procedure procedure, List<RegisterRow> rows) {
    var returned =
        rows.stream()
            .map(row -> procedure.acts().get(row.entry().act()))
            .filter(rule -> rule != null && rule.has(ActRule.Flag.RETURNS))
            .count();
    return new DeskList.Marks(null, file.confidential(), file.anonymous(), (int) returned);
  }

  private Light light(CaseView file) {
    if (file.owner() != null && file.times().dueAt() == null && stands(file)) {
      return Light.STOPPED;
    }
    return Light.of(file.times().dueAt(), clock.instant(), calendars.current());
  }

  private static boolean stands(CaseView file) {
    return file.clocks().stream()
        .anyMatch(run -> run.stops().stream().anyMatch(s -> s.until() == null));
  }

  @Nullable Item item(CaseView file) {
    return Optional.ofNullable(file.identity().item()).flatMap(procedures::item).orElse(null);
  }

  /** Reads the clocks of a matter as they stand now. */
  ClockReading clocks(CaseView file) {
    return new ClockReading(cases.procedure(file), calendars.current(), clock.instant());
  }

  /** The title of an item; a code no file knows any more stays as it is. */
  Text itemTitle(String code) {
    return procedures.item(code).map(Item::title).orElse(new Text(code, code));
  }

  private CaseSheet.Names names(
      CaseView file, Procedure procedure, @Nullable Item item, boolean named) {
    var person = named ? naming.person(file.subject().applicant()) : Optional.<Person>empty();
    var handler = file.handler();
    var owner = file.owner();
    return new CaseSheet.Names(
        procedure.title(),
        item == null ? procedure.title() : item.title(),
        state(procedure, file.state()),
        ListReading.kind(owner),
        naming.area(file.subject().area()),
        naming.unit(file.unit()),
        person.map(SheetReading::called).orElse(null),
        person.map(Person::maskedPhone).orElse(null),
        handler == null ? null : handlerName(handler, file),
        owner == null ? null : owner.code());
  }

  private @Nullable String handlerName(UUID handler, CaseView file) {
    var name = naming.actors(List.of(handler), file.subject().applicant()).get(handler);
    return name == null ? null : name.zh();
  }

  private static String called(Person person) {
    var organisation = person.organisation();
    return organisation == null ? person.maskedName() : organisation + " " + person.maskedName();
  }

  private static Text state(Procedure procedure, String state) {
    return Optional.ofNullable(procedure.states().get(state))
        .map(StateRule::title)
        .orElse(new Text(state, state));
  }

  /** Units among the facts get their names. */
  private List<ShownFact> facts(Procedure procedure, @Nullable Item item, JsonNode facts) {
    return ShownFact.of(procedure, item, facts).stream()
        .map(
            fact ->
                switch (fact.kind()) {
                  case UNIT -> fact.saying(naming.unit(fact.value().zh()));
                  case TEXT, LONG, NUMBER, INTEGER, CHOICE, FLAG, MATERIALS -> fact;
                })
        .toList();
  }

  private List<CaseSheet.RegisterLine> register(
      CaseView file, Procedure procedure, @Nullable Item item, List<RegisterRow> rows) {
    var ids =
        rows.stream()
            .flatMap(row -> Stream.of(row.entry().actor(), seat(row.entry())))
            .collect(Collectors.toSet());
    var actors = naming.actors(ids, file.subject().applicant());
    if (file.confidential() || file.anonymous()) {
      actors.put(file.subject().applicant(), THE_PERSON);
    }
    return rows.stream().map(row -> line(row, procedure, item, who(row.entry(), actors))).toList();
  }

  /** The one in whose seat an actor sat; the actor if it was their own. */
  private static UUID seat(Entry entry) {
    var data = entry.content().data();
    var seat = data == null ? "" : data.path("seat").asString("");
    if (!seat.isEmpty()) {
      return UUID.fromString(seat);
    }
    var behalf = entry.onBehalf();
    return behalf == null ? entry.actor() : behalf;
  }

  /** Who did something, and in whose seat if it was a colleague's. */
  private static @Nullable Text who(Entry entry, Map<UUID, Text> actors) {
    var actor = actors.get(entry.actor());
    var seat = actors.get(seat(entry));
    return actor == null || seat == null || seat.equals(actor)
        ? actor
        : new Text(actor.zh() + "（代" + seat.zh() + "）", actor.en() + " (for " + seat.en() + ")");
  }

  /** What happened after a version, oldest first. */
  List<CaseSheet.RegisterLine> since(CaseView file, long seen) {
    var lines =
        register(file, cases.procedure(file), item(file), cases.entries(file.identity().id()));
    return lines.subList((int) Math.min(Math.max(seen, 0), lines.size()), lines.size());
  }

  /** A unit in words. */
  Text unit(String code) {
    return naming.unit(code);
  }

  /** A state of the matter's procedure in words. */
  Text state(CaseView file, String state) {
    return state(cases.procedure(file), state);
  }

  private CaseSheet.RegisterLine line(
      RegisterRow row, Procedure procedure, @Nullable Item item, @Nullable Text actor) {
    var entry = row.entry();
    var rule = procedure.acts().get(entry.act());
    var data = entry.content().data();
    var facts = data == null ? JsonNodeFactory.instance.objectNode() : data.path("facts");
    return new CaseSheet.RegisterLine(
        entry.at(),
        rule == null ? new Text(entry.act(), entry.act()) : rule.title(),
        actor == null ? new Text(entry.role().code(), entry.role().code()) : actor,
        entry.from().isEmpty() ? null : state(procedure, entry.from()),
        state(procedure, entry.to()),
        entry.content().note(),
        facts(procedure, item, facts),
        row.digest());
  }

  private CaseSheet.Family family(CaseView file) {
    var parent = file.subject().parent();
    var above =
        parent == null ? null : cases.find(new CaseId(parent)).map(this::relative).orElse(null);
    return new CaseSheet.Family(
        above, cases.children(file.identity().id()).stream().map(this::relative).toList());
  }

  /** Another matter in one line. */
  CaseSheet.Relative relative(CaseView file) {
    return new CaseSheet.Relative(
        file.identity().number().value(),
        file.subject().title(),
        state(cases.procedure(file), file.state()),
        naming.unit(file.unit()),
        light(file).code());
  }
}
