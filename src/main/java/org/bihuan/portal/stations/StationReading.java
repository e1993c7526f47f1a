package org.bihuan.portal.stations;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.shared.Text;
import org.bihuan.portal.naming.Naming;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.StationCatalogue;
import org.bihuan.services.stations.Stations;
import org.bihuan.services.stations.Supplies;
import org.bihuan.services.stations.Trouble;
import org.bihuan.services.stations.Troubles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads stations for the desk: found by their code, changed only by who keeps them. */
@Component
class StationReading {

  private final Stations stations;
  private final Supplies supplies;
  private final Troubles troubles;
  private final StationCatalogue catalogue;
  private final Names names;
  private final Clock clock;

  StationReading(
      Stations stations,
      Supplies supplies,
      Troubles troubles,
      StationCatalogue catalogue,
      Names names,
      Clock clock) {
    this.stations = stations;
    this.supplies = supplies;
    this.troubles = troubles;
    this.catalogue = catalogue;
    this.names = names;
    this.clock = clock;
  }

  /** The names of units, places and colleagues. */
  @Component
  record Names(Naming naming, Staff staff) {}

  /** The station with this code, also one no longer in use. */
  Station found(String code) {
    return stations.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The same for whoever may change it; nobody else. */
  Station kept(String code, Actor actor) {
    var station = found(code);
    if (!stations.keeps(actor, station)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return station;
  }

  /** All stations, one's own first. */
  List<StationLine> lines(Actor actor) {
    var low = supplies.low();
    Map<UUID, Long> open =
        troubles.open().stream()
            .collect(Collectors.groupingBy(Trouble::station, Collectors.counting()));
    return stations.every().stream()
        .map(
            station ->
                new StationLine(
                    card(station),
                    unit(station.unit()),
                    low.getOrDefault(station.id(), List.of()).size(),
                    open.getOrDefault(station.id(), 0L),
                    stations.keeps(actor, station)))
        .sorted(Comparator.comparing(line -> !line.mine()))
        .toList();
  }

  StationCard card(Station station) {
    return StationCard.of(
        station, catalogue, names.naming().area(station.place().area()), clock.instant());
  }

  Text unit(String code) {
    return names.naming().unit(code);
  }

  Text area(String code) {
    return names.naming().area(code);
  }

  Map<String, Text> units() {
    return new LinkedHashMap<>(names.naming().units());
  }

  /** Colleagues by name; whoever is none has none. */
  Map<UUID, String> names(Set<UUID> ids) {
    return names.staff().names(ids);
  }
}
