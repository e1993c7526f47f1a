package org.bihuan.portal.stations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.stations.Movement;
import org.bihuan.services.stations.Outcome;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.StationCatalogue;
import org.bihuan.services.stations.Stations;
import org.bihuan.services.stations.Supplies;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The stock of a station: what came, what was given, what was counted; mistakes are taken back. */
@Controller
@Needs({Role.HANDLER, Role.APPROVER})
class SupplyPages {

  private final StationReading reading;
  private final Supplies supplies;
  private final StationCatalogue catalogue;
  private final Stations stations;
  private final StationFiles files;

  SupplyPages(
      StationReading reading,
      Supplies supplies,
      StationCatalogue catalogue,
      Stations stations,
      StationFiles files) {
    this.reading = reading;
    this.supplies = supplies;
    this.catalogue = catalogue;
    this.stations = stations;
    this.files = files;
  }

  @GetMapping("/desk/stations/{station}/supplies")
  @Needs.Desk
  ModelAndView stock(@PathVariable String station, Actor actor) {
    return page(reading.found(station), Typed.NOTHING, actor);
  }

  @PostMapping("/desk/stations/{station}/supplies")
  ModelAndView move(
      @PathVariable String station,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      RedirectAttributes later) {
    var kept = reading.kept(station, actor);
    var typed = Typed.of(sent);
    return answer(kept, supplies.move(kept, typed, actor), new Asked(typed, actor), later);
  }

  @PostMapping("/desk/stations/{station}/supplies/undo")
  ModelAndView undo(
      @PathVariable String station,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      RedirectAttributes later) {
    var kept = reading.kept(station, actor);
    var typed = Typed.of(sent);
    return answer(kept, supplies.undo(kept, typed, actor), new Asked(typed, actor), later);
  }

  @PostMapping("/desk/stations/{station}/supplies/keep")
  ModelAndView keep(
      @PathVariable String station,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      RedirectAttributes later) {
    var kept = reading.kept(station, actor);
    var typed = Typed.of(sent);
    return answer(kept, supplies.keep(kept, typed, actor), new Asked(typed, actor), later);
  }

  @PostMapping("/desk/stations/{station}/supplies/export")
  @Needs.Desk
  ResponseEntity<byte[]> export(
      @PathVariable String station, Actor actor, HttpServletRequest request) {
    return files.movements(reading.found(station), actor, request);
  }

  /** What was typed, and by whom. */
  private record Asked(Typed typed, Actor actor) {}

  private <T> ModelAndView answer(
      Station station, Outcome<T> outcome, Asked asked, RedirectAttributes later) {
    return switch (outcome) {
      case Outcome.Done<T> _ -> {
        later.addFlashAttribute("done", new Text("已记入台账", "Written down"));
        yield new ModelAndView("redirect:/desk/stations/" + station.code() + "/supplies");
      }
      case Outcome.Refused<T>(var errors) -> {
        var page = page(station, asked.typed().with(errors), asked.actor());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private ModelAndView page(Station station, Typed typed, Actor actor) {
    var movements = supplies.latest(station);
    var page = new ModelAndView("stations/desk/supplies", Map.of("station", station));
    page.addObject("typed", typed);
    page.addObject("mine", stations.keeps(actor, station));
    page.addObject("stock", supplies.of(station));
    page.addObject("movements", movements);
    page.addObject("catalogue", catalogue);
    page.addObject(
        "undone",
        movements.stream()
            .filter(m -> m.why().undoes() != null)
            .map(m -> m.supply() + " " + m.why().undoes())
            .collect(Collectors.toSet()));
    return page.addObject("names", names(movements));
  }

  private Map<UUID, String> names(java.util.List<Movement> movements) {
    return reading.names(movements.stream().map(m -> m.by().actor()).collect(Collectors.toSet()));
  }
}
