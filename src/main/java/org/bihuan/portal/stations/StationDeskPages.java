package org.bihuan.portal.stations;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.stations.Outcome;
import org.bihuan.services.stations.Photos;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.Stations;
import org.bihuan.services.stations.Trouble;
import org.bihuan.services.stations.Troubles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Stations at the desk: how each stands, what works, what was opened about it, who changed what.
 */
@Controller
@Needs.Desk
class StationDeskPages {

  private final StationReading reading;
  private final Stations stations;
  private final Troubles troubles;
  private final Photos photos;
  private final MatterReading matters;

  StationDeskPages(
      StationReading reading,
      Stations stations,
      Troubles troubles,
      Photos photos,
      MatterReading matters) {
    this.reading = reading;
    this.stations = stations;
    this.troubles = troubles;
    this.photos = photos;
    this.matters = matters;
  }

  @GetMapping("/desk/stations")
  ModelAndView list(Actor actor) {
    var page = new ModelAndView("stations/desk/list", Map.of("lines", reading.lines(actor)));
    return page.addObject("runs", stations.runs(actor));
  }

  @GetMapping("/desk/stations/{station}")
  ModelAndView one(@PathVariable String station, Actor actor) {
    return page(reading.found(station), Typed.NOTHING, actor);
  }

  @PostMapping("/desk/stations/{station}/state")
  @Needs({Role.HANDLER, Role.APPROVER})
  ModelAndView say(
      @PathVariable String station,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      RedirectAttributes later) {
    var kept = reading.kept(station, actor);
    var typed = Typed.of(sent);
    return switch (stations.say(kept, typed, actor)) {
      case Outcome.Done<Station>(var now) -> done(now, later);
      case Outcome.Refused<Station>(var errors) -> wrong(kept, typed.with(errors), actor);
    };
  }

  @PostMapping("/desk/stations/{station}/facilities")
  @Needs({Role.HANDLER, Role.APPROVER})
  ModelAndView mark(
      @PathVariable String station,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      RedirectAttributes later) {
    var kept = reading.kept(station, actor);
    var typed = Typed.of(sent);
    var facility = typed.value("facility");
    if (typed.value("condition").equals(Station.Condition.WORKING.code())) {
      troubles.working(kept, facility, actor);
      return done(kept, later);
    }
    return switch (troubles.out(kept, facility, actor)) {
      case Troubles.Reported.Wrong(var errors) -> wrong(kept, typed.with(errors), actor);
      case Troubles.Reported.Opened _, Troubles.Reported.Known _ -> done(kept, later);
    };
  }

  static ModelAndView done(Station station, RedirectAttributes later) {
    later.addFlashAttribute("done", new Text("已保存", "Saved"));
    return new ModelAndView("redirect:/desk/stations/" + station.code());
  }

  private ModelAndView wrong(Station station, Typed typed, Actor actor) {
    var page = page(station, typed, actor);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  ModelAndView page(Station station, Typed typed, Actor actor) {
    var log = stations.log(station);
    var page = new ModelAndView("stations/desk/station", Map.of("card", reading.card(station)));
    page.addObject("typed", typed);
    page.addObject("keeper", reading.unit(station.unit()));
    page.addObject("mine", stations.keeps(actor, station));
    page.addObject("log", log);
    page.addObject(
        "names",
        reading.names(log.stream().map(Stations.Change::actor).collect(Collectors.toSet())));
    page.addObject("photos", photos.of(station));
    var opened = List.copyOf(troubles.of(station));
    return page.addObject(
        "matters", matters.lines(opened.stream().map(Trouble::caseId).toList(), actor));
  }
}
