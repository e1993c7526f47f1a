package org.bihuan.portal.stations;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.stations.StationCatalogue;
import org.bihuan.services.stations.Stations;
import org.bihuan.services.stations.visits.CareVisit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts visits into words, and says what a form may choose from. */
@Component
class VisitReading {

  private final StationReading reading;
  private final Stations stations;
  private final StationCatalogue catalogue;
  private final Places places;
  private final Clock clock;

  VisitReading(
      StationReading reading,
      Stations stations,
      StationCatalogue catalogue,
      Places places,
      Clock clock) {
    this.reading = reading;
    this.stations = stations;
    this.catalogue = catalogue;
    this.places = places;
    this.clock = clock;
  }

  VisitLine line(CareVisit visit) {
    return new VisitLine(
        visit,
        reading.area(visit.site().area()),
        visit.party().units().stream().map(reading::unit).toList(),
        named(catalogue.groups(), visit.met().groups()),
        named(catalogue.topics(), visit.met().topics()),
        visit.gifts().stream().map(this::gift).toList());
  }

  private static List<Text> named(List<StationCatalogue.Entry> list, List<String> codes) {
    return codes.stream().map(code -> StationCatalogue.name(list, code)).toList();
  }

  private Text gift(CareVisit.Gift gift) {
    var entry = StationCatalogue.find(catalogue.supplies(), gift.supply());
    var name = catalogue.supply(gift.supply());
    var unit = entry.map(StationCatalogue.Entry::unit).orElse(new Text("件", "pieces"));
    return new Text(
        name.zh() + gift.quantity() + unit.zh(),
        gift.quantity() + " " + unit.en() + " of " + name.en().toLowerCase(java.util.Locale.ROOT));
  }

  Map<UUID, String> names(Set<UUID> ids) {
    return reading.names(ids);
  }

  /** A form nobody has touched: today, one's own unit, at the station one comes from. */
  Typed blank(Actor actor, @Nullable String station) {
    var values = new LinkedHashMap<String, List<String>>();
    values.put("request", List.of(UUID.randomUUID().toString()));
    values.put("day", List.of(ChinaTime.day(clock.instant()).toString()));
    values.put("unit.1", List.of(Objects.requireNonNullElse(actor.unit(), "")));
    values.put("station", List.of(Objects.requireNonNullElse(station, "")));
    values.put("from", List.of("brought"));
    return Typed.of(values);
  }

  Map<String, Object> choices() {
    var sites = new LinkedHashMap<String, Text>();
    stations.all().forEach(station -> sites.put(station.code(), station.name()));
    var streets = new LinkedHashMap<String, Text>();
    places.streets().forEach((Area street) -> streets.put(street.code(), street.name()));
    return Map.of(
        "stations", sites, "streets", streets, "units", reading.units(), "catalogue", catalogue);
  }
}
