package org.bihuan.services.whistles;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.Sights;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The whistles that concern a reader, one whistle, and who did not arrive. */
@Controller
class WhistlePages {

  static final String ROUTE = "GET /desk/whistles/{number}";

  private static final int ROWS = 30;
  private static final int DAYS = 30;
  private static final int MISSED = 200;

  private final CallSql calls;
  private final Sights sights;
  private final WhistleReading reading;
  private final Whistles whistles;
  private final Clock clock;

  WhistlePages(
      CallSql calls, Sights sights, WhistleReading reading, Whistles whistles, Clock clock) {
    this.calls = calls;
    this.sights = sights;
    this.reading = reading;
    this.whistles = whistles;
    this.clock = clock;
  }

  @GetMapping("/desk/whistles")
  @Needs.Desk
  ModelAndView list(@RequestParam(defaultValue = "") String before, Actor actor) {
    boolean everywhere = sights.everywhere(ROUTE, actor);
    var unit = everywhere ? "" : Objects.requireNonNullElse(actor.unit(), "-");
    var ids = calls.whistles(unit, instant(before), ROWS);
    var files = sights.shown(ROUTE, ids.stream().map(CaseId::new).toList(), actor);
    var older = ids.size() < ROWS || files.isEmpty() ? "" : opened(files.getLast()).toString();
    return new ModelAndView(
        "whistles/list",
        Map.of(
            "rows", files.stream().map(reading::head).toList(),
            "older", older,
            "blows", whistles.street(actor).isPresent()));
  }

  private static Instant opened(CaseView file) {
    return file.times().openedAt();
  }

  /** A moment that cannot be read is now: the first page. */
  private Instant instant(String typed) {
    try {
      return typed.isEmpty() ? clock.instant().plusSeconds(1) : Instant.parse(typed);
    } catch (DateTimeParseException _) {
      return clock.instant().plusSeconds(1);
    }
  }

  /** Who is on the lists of the last weeks, and who will be on the next one. */
  @GetMapping("/desk/whistles/missed")
  @Needs({Role.DISPATCHER, Role.LEADER, Role.ADMIN})
  ModelAndView missed(Actor actor) {
    var today = ChinaTime.day(clock.instant());
    var found = calls.missing(today.minusDays(DAYS), today.plusDays(DAYS), MISSED);
    var files = new java.util.HashMap<UUID, CaseView>();
    var ids = found.stream().map(one -> new CaseId(one.call())).toList();
    sights.shown(ROUTE, ids, actor).forEach(f -> files.put(f.identity().id().value(), f));
    var lines =
        found.stream()
            .filter(one -> files.containsKey(one.call()))
            .map(o -> line(o, files))
            .toList();
    return new ModelAndView(
        "whistles/missed",
        Map.of(
            "listed", lines.stream().filter(l -> !l.listedOn().isAfter(today)).toList(),
            "coming", lines.stream().filter(l -> l.listedOn().isAfter(today)).toList()));
  }

  private WhistleSheet.MissedLine line(CallSql.Missing one, Map<UUID, CaseView> files) {
    var file = Objects.requireNonNull(files.get(one.call()));
    return new WhistleSheet.MissedLine(reading.head(file), one.listedOn(), one.arrived());
  }

  /** One whistle; of a call, the whistle it belongs to; of another matter, its own page. */
  @GetMapping("/desk/whistles/{number}")
  @Needs.Desk
  ModelAndView one(@PathVariable String number, Actor actor) {
    var file = WhistleDoor.file(sights, ROUTE, number, actor);
    return reading
        .whistle(file)
        .filter(whistle -> sights.shows(ROUTE, actor, whistle))
        .map(whistle -> page(whistle, Typed.NOTHING, actor))
        .orElseGet(() -> WhistleDoor.elsewhere(file));
  }

  private ModelAndView page(CaseView whistle, Typed typed, Actor actor) {
    return new ModelAndView(
        "whistles/whistle", Map.of("sheet", reading.sheet(whistle, actor), "typed", typed));
  }

  /** The heads of some calls, for lists of what was counted. */
  static List<WhistleSheet.Head> heads(
      List<UUID> ids, Sights sights, WhistleReading reading, Actor actor) {
    return sights.shown(ROUTE, ids.stream().map(CaseId::new).toList(), actor).stream()
        .map(reading::head)
        .toList();
  }
}
