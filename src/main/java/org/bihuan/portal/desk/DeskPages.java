package org.bihuan.portal.desk;

import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.routing.RuledDuties;
import org.bihuan.loop.sight.Revealing;
import org.bihuan.loop.sight.Sights;
import org.bihuan.loop.voice.Redresses;
import org.bihuan.portal.presence.Presence;
import org.bihuan.services.causes.Causes;
import org.bihuan.services.whistles.Whistles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Everything about one matter, for those who work. */
@Controller
@Needs.Desk
class DeskPages {

  /** What stands beside a case: rulings on it, mendings after it, whistles about it, its root. */
  @Component
  record Beside(RuledDuties duties, Redresses redresses, Whistles whistles, Causes causes) {}

  /** The name of the page of a matter in the policy. */
  static final String ROUTE = "GET /desk/cases/{number}";

  private final Sights sights;
  private final SheetReading sheets;
  private final Presence presence;
  private final TwinReading twins;
  private final Beside beside;

  DeskPages(
      Sights sights, SheetReading sheets, Presence presence, TwinReading twins, Beside beside) {
    this.beside = beside;
    this.twins = twins;
    this.presence = presence;
    this.sights = sights;
    this.sheets = sheets;
  }

  @GetMapping("/desk/cases/{number}")
  ModelAndView sheet(@PathVariable String number, Actor actor) {
    var file = file(number, actor);
    var others = presence.others(file.identity().id(), actor);
    boolean named = sights.names(actor, file);
    var page =
        new ModelAndView(
            "desk/case",
            Map.of(
                "sheet",
                sheets.read(file, actor, named),
                "others",
                others,
                "twins",
                twins.of(file, actor),
                "reveals",
                sights.shows(Revealing.ROUTE, actor, file) && named));
    page.addObject("mendings", mendings(file, actor));
    page.addObject("blows", beside.whistles.mayBlow(file, actor));
    page.addObject("called", beside.whistles.isPart(file));
    page.addObject("cause", beside.causes.of(file.identity().id()).orElse(null));
    addRuling(page, file, actor);
    return page;
  }

  private List<CaseSheet.Relative> mendings(CaseView file, Actor actor) {
    return beside.redresses.of(file.identity().id()).stream()
        .filter(other -> sights.shows(ROUTE, actor, other))
        .map(sheets::relative)
        .toList();
  }

  /** Whoever keeps the duty list is offered to write a ruling into it. */
  private void addRuling(ModelAndView page, CaseView file, Actor actor) {
    var ruled = file.facts().path("ruledUnit").asString("");
    if (!ruled.isEmpty() && (actor.is(Role.DISPATCHER) || actor.is(Role.LEADER))) {
      var number = file.identity().number().value();
      var written = beside.duties.inForce().stream();
      page.addObject("ruled", sheets.unit(ruled));
      page.addObject("written", written.anyMatch(duty -> duty.number().equals(number)));
    }
  }

  /** The latest run of a clock unless another is asked for. */
  @GetMapping("/desk/cases/{number}/clocks/{clock}")
  ModelAndView explained(
      @PathVariable String number,
      @PathVariable("clock") String name,
      @RequestParam(required = false) @Nullable Integer run,
      Actor actor) {
    var file = file(number, actor);
    var runs =
        file.clocks().stream()
            .filter(r -> r.clock().equals(name) && (run == null || r.run() == run))
            .toList();
    if (runs.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var reading = sheets.clocks(file);
    return new ModelAndView(
        "desk/clock",
        Map.of(
            "number", file.identity().number().value(),
            "line", reading.line(runs.getLast()),
            "days", reading.explain(runs.getLast())));
  }

  private CaseView file(String number, Actor actor) {
    return sights
        .find(ROUTE, number, actor)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
