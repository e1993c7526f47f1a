package org.bihuan.portal.stations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/** A station as programs read it, always in both languages. */
@Schema(name = "Station")
record StationAnswer(
    String code,
    Text name,
    String kind,
    Location location,
    Now now,
    List<Thing> facilities,
    @Schema(
            description =
                "Monday to Sunday; `-` is shut, an end before its beginning is the next day")
        List<String> week,
    @Schema(description = "Days that differ: the day, a space, its times") List<String> special,
    String phone,
    String unit,
    @Schema(description = "Metres from `near`, as the crow flies; null without it")
        @Nullable Long metres) {

  /** Where it is; WGS 84. */
  @Schema(name = "StationLocation")
  record Location(String area, Text address, Text way, double lat, double lng) {}

  /** How it stands now: open, full, shut or paused. */
  @Schema(name = "StationNow")
  record Now(String state, @Nullable Instant until, @Nullable Text reason) {}

  /** What it has: working, reported (a passer-by says it is broken) or out. */
  @Schema(name = "StationFacility")
  record Thing(String code, Text name, String condition, Instant since) {}

  static StationAnswer of(StationCard card) {
    var station = card.station();
    var place = station.place();
    var standing = card.standing();
    return new StationAnswer(
        station.code(),
        station.name(),
        station.kind(),
        new Location(
            place.area(), place.address(), place.way(), place.point().lat(), place.point().lng()),
        new Now(standing.kind().code(), standing.until(), standing.reason()),
        card.things().stream()
            .map(t -> new Thing(t.code(), t.name(), t.condition().code(), t.since()))
            .toList(),
        station.hours().weekText(),
        station.hours().specialText(),
        station.phone(),
        station.unit(),
        card.metres());
  }
}
