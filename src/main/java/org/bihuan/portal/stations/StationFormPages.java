package org.bihuan.portal.stations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.stations.Outcome;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.StationCatalogue;
import org.bihuan.services.stations.Stations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding a station, and changing where it is, when it is open and what it has. */
@Controller
@Needs({Role.HANDLER, Role.APPROVER})
class StationFormPages {

  private final StationReading reading;
  private final Stations stations;
  private final StationCatalogue catalogue;
  private final Places places;

  StationFormPages(
      StationReading reading, Stations stations, StationCatalogue catalogue, Places places) {
    this.reading = reading;
    this.stations = stations;
    this.catalogue = catalogue;
    this.places = places;
  }

  @GetMapping("/desk/stations/new")
  ModelAndView blank(Actor actor, RedirectAttributes later) {
    return stations.runs(actor) ? page(null, Typed.NOTHING) : notTheirs(later);
  }

  @PostMapping("/desk/stations/new")
  ModelAndView add(
      @RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes later) {
    var typed = Typed.of(sent);
    return !stations.runs(actor)
        ? notTheirs(later)
        : answer(stations.add(typed, actor), null, typed, later);
  }

  private static ModelAndView notTheirs(RedirectAttributes later) {
    later.addFlashAttribute(
        "done", new Text("只有主管单位可以新增驿站", "Only the unit that runs the programme adds stations"));
    return new ModelAndView("redirect:/desk/stations");
  }

  @GetMapping("/desk/stations/{station}/edit")
  ModelAndView filled(@PathVariable String station, Actor actor) {
    var kept = reading.kept(station, actor);
    return page(kept, typed(kept));
  }

  @PostMapping("/desk/stations/{station}/edit")
  ModelAndView change(
      @PathVariable String station,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      RedirectAttributes later) {
    var kept = reading.kept(station, actor);
    var typed = Typed.of(sent);
    return answer(stations.change(kept, typed, actor), kept, typed, later);
  }

  private ModelAndView answer(
      Outcome<Station> outcome, @Nullable Station station, Typed typed, RedirectAttributes later) {
    return switch (outcome) {
      case Outcome.Done<Station>(var now) -> StationDeskPages.done(now, later);
      case Outcome.Refused<Station>(var errors) -> {
        var page = page(station, typed.with(errors));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private ModelAndView page(@Nullable Station station, Typed typed) {
    var page = new ModelAndView("stations/desk/form", Map.of("typed", typed));
    page.addObject("station", station);
    page.addObject("catalogue", catalogue);
    page.addObject("areas", areas());
    return page.addObject("units", reading.units());
  }

  /** Streets, and the communities within them. */
  private Map<String, Text> areas() {
    var areas = new LinkedHashMap<String, Text>();
    for (Area street : places.streets()) {
      areas.put(street.code(), street.name());
      for (Area community : places.under(street.code())) {
        if (community.kind() == Area.Kind.COMMUNITY) {
          areas.put(community.code(), reading.area(community.code()));
        }
      }
    }
    return areas;
  }

  private static Typed typed(Station station) {
    var values = new LinkedHashMap<String, List<String>>();
    both(values, "name", station.name());
    both(values, "address", station.place().address());
    both(values, "way", station.place().way());
    values.put("kind", List.of(station.kind()));
    values.put("area", List.of(station.place().area()));
    values.put("point", List.of(station.place().point().text()));
    values.put("phone", List.of(station.phone()));
    values.put("unit", List.of(station.unit()));
    var week = station.hours().weekText();
    for (int day = 1; day <= 7; day++) {
      values.put("week." + day, List.of(week.get(day - 1)));
    }
    values.put("special", List.of(String.join("\n", station.hours().specialText())));
    values.put("facilities", station.facilities().stream().map(Station.Facility::code).toList());
    return Typed.of(values);
  }

  private static void both(Map<String, List<String>> values, String field, Text text) {
    values.put(field + ".zh", List.of(text.zh()));
    values.put(field + ".en", List.of(text.en()));
  }
}
