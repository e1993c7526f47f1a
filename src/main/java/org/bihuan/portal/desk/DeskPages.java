package org.bihuan.portal.desk;

import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.Revealing;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.presence.Presence;
import org.bihuan.services.causes.Causes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

  /** The name of the page of a matter in the policy. */
  static final String ROUTE = "GET /desk/cases/{number}";

  private final Sights sights;
  private final SheetReading sheets;
  private final Presence presence;
  private final TwinReading twins;
  private final Causes causes;

  DeskPages(
      Sights sights, SheetReading sheets, Presence presence, TwinReading twins, Causes causes) {
    this.causes = causes;
    this.twins = twins;
    this.presence = presence;
    this.sights = sights;
    this.sheets = sheets;
  }

  @GetMapping("/desk/cases/{number}")
  ModelAndView sheet(@PathVariable String number, Actor actor) {
    var file = file(number, actor);
    var others = presence.others(file.identity().id(), actor);
    return new ModelAndView(
            "desk/case",
            Map.of(
                "sheet",
                sheets.read(file, actor),
                "others",
                others,
                "twins",
                twins.of(file, actor),
                "reveals",
                sights.shows(Revealing.ROUTE, actor, file)))
        .addObject("cause", causes.of(file.identity().id()).orElse(null));
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
