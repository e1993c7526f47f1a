package org.bihuan.portal.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.Decision;
import org.bihuan.services.stations.Outcome;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.Stations;
import org.bihuan.services.stations.Supplies;
import org.bihuan.services.stations.Troubles;
import org.bihuan.services.stations.visits.CareVisit;
import org.bihuan.services.stations.visits.CareVisits;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells what happened at the love stations, through the doors the desk and passers-by use. */
@Component
@ConditionalOnBooleanProperty("bihuan.demo")
class StationTales {

  private final Stations stations;
  private final Supplies supplies;
  private final Troubles troubles;
  private final CareVisits visits;
  private final Doors doors;

  StationTales(
      Stations stations, Supplies supplies, Troubles troubles, CareVisits visits, Doors doors) {
    this.stations = stations;
    this.supplies = supplies;
    this.troubles = troubles;
    this.visits = visits;
    this.doors = doors;
  }

  /** Tells all that happened before this instant. */
  void tell(Instant today, Cast.Troupe troupe) {
    var telling = new Telling(today, troupe, doors.calendars().current());
    try {
      DataFile.resource("demo/stations.yaml")
          .as(StationTale.Book.class)
          .steps()
          .forEach(telling::tell);
    } finally {
      doors.clock().run();
    }
  }

  /** What one thing that happened leaves for the next. */
  private final class Telling {

    private final Instant today;
    private final Cast.Troupe troupe;
    private final WorkCalendar calendar;
    private @Nullable CareVisit visit;
    private String heard = "";

    Telling(Instant today, Cast.Troupe troupe, WorkCalendar calendar) {
      this.today = today;
      this.troupe = troupe;
      this.calendar = calendar;
    }

    void tell(StationTale step) {
      var at = step.at().from(today, calendar);
      if (!at.isAfter(today)) {
        doors.clock().hold(at);
        tell(step, at);
      }
    }

    private void tell(StationTale step, Instant at) {
      switch (step.what()) {
        case "move" -> done(step, supplies.move(station(step), moved(step), actor(step)));
        case "state" -> done(step, stations.say(station(step), said(step, at), actor(step)));
        case "out" -> opened(step, troubles.out(station(step), one(step, "facility"), actor(step)));
        case "report" -> opened(step, troubles.report(station(step), passerBy(step)));
        case "visit" -> visit = visited(step, at);
        case "hear" -> heard = heard(step);
        case "act" -> act(step);
        default -> throw unfit(step, "nobody knows how");
      }
    }

    private Station station(StationTale step) {
      return stations.find(String.valueOf(step.station())).orElseThrow(() -> unfit(step, "where"));
    }

    private Actor actor(StationTale step) {
      return troupe.actor(String.valueOf(step.by()));
    }

    private Typed moved(StationTale step) {
      var supply = one(step, "supply");
      long position =
          supplies.of(station(step)).stream()
              .filter(stock -> stock.supply().equals(supply))
              .mapToLong(Supplies.Stock::position)
              .findFirst()
              .orElseThrow(() -> unfit(step, "no " + supply));
      return typed(step, Map.of("position", Long.toString(position)));
    }

    private Typed said(StationTale step, Instant at) {
      var until = step.with().get("until");
      var more = new LinkedHashMap<String, String>();
      more.put("version", Long.toString(station(step).version()));
      if (until != null) {
        var end = new StoryTime(until.getFirst()).from(at, calendar);
        more.put("until", LocalDateTime.ofInstant(end, ChinaTime.ZONE).toString());
      }
      return typed(step, more);
    }

    private static Troubles.Said passerBy(StationTale step) {
      return new Troubles.Said(one(step, "subject"), "", "", "");
    }

    private CareVisit visited(StationTale step, Instant at) {
      var more = new LinkedHashMap<String, String>();
      more.put("request", UUID.randomUUID().toString());
      more.put("day", ChinaTime.day(at).toString());
      return done(step, visits.keep(typed(step, more), actor(step)));
    }

    private String heard(StationTale step) {
      var there = visit;
      if (there == null) {
        throw unfit(step, "nobody went anywhere");
      }
      var typed = typed(step, Map.of("key", UUID.randomUUID().toString()));
      return switch (visits.hear(there, typed, actor(step))) {
        case CareVisits.Heard.Opened(var code) -> code;
        case CareVisits.Heard.Wrong(var errors) -> throw unfit(step, errors.toString());
      };
    }

    private void act(StationTale step) {
      var file = CaseCode.parse(heard).flatMap(doors.cases()::find).orElseThrow();
      var facts = JsonNodeFactory.instance.objectNode();
      step.with().forEach((name, value) -> facts.put(name, value.getFirst()));
      facts.remove("act");
      var act =
          new Act(file.identity().id(), one(step, "act"), actor(step), null, null, facts, null);
      if (doors.cases().perform(List.of(act)).getFirst() instanceof Decision.Refused refused) {
        throw unfit(step, refused.toString());
      }
    }
  }

  private static String one(StationTale step, String field) {
    return step.with().getOrDefault(field, List.of("")).getFirst();
  }

  private static Typed typed(StationTale step, Map<String, String> more) {
    var values = new LinkedHashMap<>(step.with());
    more.forEach((name, value) -> values.put(name, List.of(value)));
    return Typed.of(values);
  }

  private static <T> T done(StationTale step, Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var errors) -> throw unfit(step, errors.toString());
    };
  }

  private static void opened(StationTale step, Troubles.Reported reported) {
    if (!(reported instanceof Troubles.Reported.Opened)) {
      throw unfit(step, reported.toString());
    }
  }

  private static IllegalStateException unfit(StationTale step, String why) {
    return new IllegalStateException("a tale of stations cannot be told: " + step + ": " + why);
  }
}
