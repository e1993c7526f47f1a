package org.bihuan.portal.stations;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.evidence.Handout;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.MapTiles;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.stations.Photos;
import org.bihuan.services.stations.Point;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.StationCatalogue;
import org.bihuan.services.stations.Stations;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Finding a station: as a list that needs no script, beside it on a map, and each on its page. */
@Controller
@Open(reason = "whoever works in the street looks for a place to rest, without an account")
class StationPages {

  private final Stations stations;
  private final StationCatalogue catalogue;
  private final Photos photos;
  private final Ground ground;
  private final MapTiles tiles;
  private final Clock clock;

  StationPages(
      Stations stations,
      StationCatalogue catalogue,
      Photos photos,
      Ground ground,
      MapTiles tiles,
      Clock clock) {
    this.stations = stations;
    this.catalogue = catalogue;
    this.photos = photos;
    this.ground = ground;
    this.tiles = tiles;
    this.clock = clock;
  }

  /** The names of the places stations lie in. */
  @Component
  record Ground(Places places) {

    Text name(String area) {
      var path = places.path(area);
      return path.isEmpty() ? new Text(area, area) : path.getLast().name();
    }

    Map<String, Text> streets() {
      var streets = new LinkedHashMap<String, Text>();
      places.streets().forEach((Area street) -> streets.put(street.code(), street.name()));
      return streets;
    }
  }

  /** What the filter above the list asks; blank asks for nothing. */
  record Filter(@Nullable String facility, @Nullable String street, @Nullable String open) {

    boolean wants(StationCard card) {
      var thing = facility;
      boolean has = thing == null || thing.isBlank() || card.station().offers(thing);
      return has && (blank(open) || card.standing().open());
    }

    static boolean blank(@Nullable String value) {
      return value == null || value.isBlank();
    }

    Typed typed() {
      return Typed.of(Map.of("facility", one(facility), "street", one(street), "open", one(open)));
    }

    private static List<String> one(@Nullable String value) {
      return value == null ? List.of() : List.of(value);
    }
  }

  @GetMapping("/stations")
  ModelAndView list(Filter filter) {
    var street = filter.street();
    var here = street == null ? null : stations.ground().get(street);
    var page = new ModelAndView("stations/list");
    page.addObject("cards", cards(filter, here));
    page.addObject("typed", filter.typed());
    page.addObject("facilities", catalogue.facilities());
    return onMap(page);
  }

  private ModelAndView onMap(ModelAndView page) {
    page.addObject("streets", ground.streets());
    page.addObject("ground", stations.ground());
    return page.addObject("tiles", tiles);
  }

  private List<StationCard> cards(Filter filter, @Nullable Point here) {
    var found = stations.all().stream().map(this::card).filter(filter::wants);
    if (here == null) {
      return found.sorted(Comparator.comparing(card -> card.standing().kind())).toList();
    }
    return found
        .map(card -> card.from(here))
        .sorted(Comparator.comparingLong(c -> c.station().place().point().metresTo(here)))
        .toList();
  }

  private StationCard card(Station station) {
    return StationCard.of(station, catalogue, ground.name(station.place().area()), clock.instant());
  }

  @GetMapping("/stations/{station}")
  ModelAndView one(@PathVariable String station) {
    var found = found(station);
    var page = new ModelAndView("stations/station", Map.of("card", card(found)));
    return onMap(page).addObject("photos", photos.of(found));
  }

  @GetMapping("/stations/{station}/photos/{photo}")
  ResponseEntity<Resource> photo(@PathVariable String station, @PathVariable UUID photo) {
    return hand(station, photo, Evidence.Part.CONTENT);
  }

  @GetMapping("/stations/{station}/photos/{photo}/small")
  ResponseEntity<Resource> small(@PathVariable String station, @PathVariable UUID photo) {
    return hand(station, photo, Evidence.Part.THUMBNAIL);
  }

  private ResponseEntity<Resource> hand(String station, UUID photo, Evidence.Part part) {
    return photos
        .hand(found(station), photo, part)
        .map(Handout::answer)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Station found(String code) {
    return stations
        .find(code)
        .filter(station -> !station.retired())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
