package org.bihuan.portal.stations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.bihuan.foundation.access.Open;
import org.bihuan.services.stations.Point;
import org.bihuan.services.stations.Stations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Love stations for the programs of others: maps, riders' apps. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Love stations")
@Open(reason = "where one can rest and drink is there to be known")
class StationRoutes {

  private final Stations stations;
  private final StationReading reading;

  StationRoutes(Stations stations, StationReading reading) {
    this.stations = stations;
    this.reading = reading;
  }

  @GetMapping("/stations")
  @Operation(summary = "List love stations", description = "With `near` the nearest come first.")
  List<StationAnswer> stations(
      @Parameter(description = "`lat,lng`, WGS 84") @RequestParam(required = false)
          @Nullable String near,
      @Parameter(description = "Only those where this facility is not out of order")
          @RequestParam(required = false)
          @Nullable String facility,
      @Parameter(description = "`true`: only those one can go into now")
          @RequestParam(required = false)
          @Nullable Boolean open) {
    var here = near == null ? null : here(near);
    return stations.all().stream()
        .filter(station -> facility == null || station.offers(facility))
        .map(reading::card)
        .filter(card -> !Boolean.TRUE.equals(open) || card.standing().open())
        .map(card -> here == null ? card : card.from(here))
        .sorted(
            Comparator.comparingLong((StationCard c) -> Objects.requireNonNullElse(c.metres(), 0L))
                .thenComparing(card -> card.station().code()))
        .map(StationAnswer::of)
        .toList();
  }

  @GetMapping("/stations/{station}")
  @Operation(summary = "Read a love station")
  StationAnswer station(@PathVariable String station) {
    return stations
        .find(station)
        .filter(found -> !found.retired())
        .map(reading::card)
        .map(StationAnswer::of)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Point here(String near) {
    return Point.parse(near).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
  }
}
