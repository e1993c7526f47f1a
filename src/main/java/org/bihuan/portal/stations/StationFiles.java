package org.bihuan.portal.stations;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Csv;
import org.bihuan.portal.views.Exports;
import org.bihuan.services.stations.Movement;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.StationCatalogue;
import org.bihuan.services.stations.Supplies;
import org.bihuan.services.stations.visits.CareVisit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Stations, their stock and visits as files for a spreadsheet; who took one is written down. */
@Component
class StationFiles {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final StationReading reading;
  private final Supplies supplies;
  private final StationCatalogue catalogue;
  private final Exports exports;
  private final FileWords words;
  private final Clock clock;

  StationFiles(
      StationReading reading,
      Supplies supplies,
      StationCatalogue catalogue,
      Exports exports,
      FileWords words,
      Clock clock) {
    this.reading = reading;
    this.supplies = supplies;
    this.catalogue = catalogue;
    this.exports = exports;
    this.words = words;
    this.clock = clock;
  }

  ResponseEntity<byte[]> stations(Actor actor, HttpServletRequest request) {
    var language = words.of(request);
    var lines = reading.lines(actor);
    var file = new StringBuilder(Csv.MARK);
    file.append(
        Csv.line(
            words.heads(
                language,
                "code",
                "name",
                "kind",
                "area",
                "address",
                "unit",
                "phone",
                "standing",
                "broken",
                "low")));
    lines.forEach(line -> file.append(Csv.line(cells(line, language))));
    var codes = lines.stream().map(line -> line.station().code()).toList();
    return answer(file, exports.taken(actor, "stations", codes), "stations");
  }

  private List<String> cells(StationLine line, Locale language) {
    var card = line.card();
    var station = line.station();
    return List.of(
        station.code(),
        station.name().in(language),
        card.kind().in(language),
        card.area().in(language),
        station.place().address().in(language),
        line.keeper().in(language),
        station.phone(),
        words.said("stations.word." + card.standing().kind().code(), language),
        card.broken().stream().map(t -> t.name().in(language)).collect(Collectors.joining("、")),
        Integer.toString(line.low()));
  }

  ResponseEntity<byte[]> movements(Station station, Actor actor, HttpServletRequest request) {
    var language = words.of(request);
    var movements = supplies.forFile(station);
    var names =
        reading.names(movements.stream().map(m -> m.by().actor()).collect(Collectors.toSet()));
    var file = new StringBuilder(Csv.MARK);
    file.append(
        Csv.line(
            words.heads(
                language,
                "position",
                "at",
                "supply",
                "movement",
                "delta",
                "balance",
                "people",
                "reason",
                "by")));
    movements.forEach(
        m -> file.append(Csv.line(cells(m, names.getOrDefault(m.by().actor(), ""), language))));
    var asked = "supplies of " + station.code();
    return answer(file, exports.taken(actor, asked, List.of(station.code())), "supplies");
  }

  private List<String> cells(Movement movement, String by, Locale language) {
    var people = movement.why().people();
    return List.of(
        Long.toString(movement.position()),
        moment(movement.by().at()),
        catalogue.supply(movement.supply()).in(language),
        words.said("stations.movement." + movement.kind().code(), language),
        Integer.toString(movement.delta()),
        Integer.toString(movement.balance()),
        people == null ? "" : StationCatalogue.name(catalogue.groups(), people).in(language),
        movement.why().reason(),
        by);
  }

  ResponseEntity<byte[]> visits(List<CareVisit> visits, Actor actor, HttpServletRequest request) {
    var language = words.of(request);
    var file = new StringBuilder(Csv.MARK);
    file.append(
        Csv.line(
            words.heads(
                language,
                "day",
                "site",
                "area",
                "units",
                "others",
                "people-went",
                "met",
                "groups",
                "topics",
                "gifts",
                "heard")));
    visits.forEach(visit -> file.append(Csv.line(cells(visit, language))));
    var ids = visits.stream().map(visit -> visit.id().toString()).toList();
    return answer(file, exports.taken(actor, "visits", ids), "visits");
  }

  private List<String> cells(CareVisit visit, Locale language) {
    var gifts =
        visit.gifts().stream()
            .map(g -> catalogue.supply(g.supply()).in(language) + " " + g.quantity())
            .collect(Collectors.joining("、"));
    return List.of(
        visit.day().toString(),
        visit.site().name(),
        reading.area(visit.site().area()).in(language),
        visit.party().units().stream()
            .map(unit -> reading.unit(unit).in(language))
            .collect(Collectors.joining("、")),
        visit.party().others(),
        Integer.toString(visit.party().people()),
        Integer.toString(visit.met().count()),
        named(catalogue.groups(), visit.met().groups(), language),
        named(catalogue.topics(), visit.met().topics(), language),
        gifts,
        Integer.toString(visit.heard().size()));
  }

  private static String named(
      List<StationCatalogue.Entry> list, List<String> codes, Locale language) {
    return codes.stream()
        .map(code -> StationCatalogue.name(list, code).in(language))
        .collect(Collectors.joining("、"));
  }

  private static String moment(Instant at) {
    return at.atZone(ChinaTime.ZONE).format(MOMENT);
  }

  private ResponseEntity<byte[]> answer(StringBuilder file, UUID id, String what) {
    var name = "bihuan-" + what + "-" + ChinaTime.day(clock.instant()) + "-" + id + ".csv";
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(file.toString().getBytes(StandardCharsets.UTF_8));
  }
}
