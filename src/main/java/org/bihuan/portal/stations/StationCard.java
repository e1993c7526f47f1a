package org.bihuan.portal.stations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.stations.Point;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.Station.Condition;
import org.bihuan.services.stations.StationCatalogue;
import org.bihuan.services.stations.StationStanding;
import org.jspecify.annotations.Nullable;

/**
 * A station as it is shown: in a list, on the map, on its page.
 *
 * @param station the station
 * @param standing how it stands now
 * @param kind its kind in words
 * @param area where it is in words
 * @param things what it has, and whether that works
 * @param metres from the place asked about, as the crow flies; absent if none was
 * @param now the instant of all this
 */
public record StationCard(
    Station station,
    StationStanding standing,
    Text kind,
    Text area,
    List<Thing> things,
    @Nullable Long metres,
    Instant now) {

  /** Metres a minute on foot, and how much longer streets are than the crow's way: ours. */
  private static final int PACE = 75;

  private static final double DETOUR = 1.3;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  public StationCard {
    things = List.copyOf(things);
  }

  /** Something it has. */
  public record Thing(String code, Text name, Condition condition, Instant since) {}

  /** A station with everything in words, at this instant. */
  public static StationCard of(
      Station station, StationCatalogue catalogue, Text area, Instant now) {
    var things =
        station.facilities().stream()
            .map(f -> new Thing(f.code(), catalogue.facility(f.code()), f.condition(), f.since()))
            .toList();
    return new StationCard(
        station, station.standing(now), catalogue.kind(station.kind()), area, things, null, now);
  }

  /** The same, with how far it is from here. */
  public StationCard from(Point here) {
    return new StationCard(
        station, standing, kind, area, things, here.metresTo(station.place().point()), now);
  }

  /** Minutes on foot for so many metres as the crow flies, at least one. */
  public static long minutes(long metres) {
    return Math.max(1, Math.round(metres * DETOUR / PACE));
  }

  /** How it stands, in a sentence. */
  public String says(Page page) {
    var key = "stations.standing." + standing.kind().code();
    var until = standing.until();
    return until == null ? page.t(key + ".plain") : page.t(key, moment(page, until));
  }

  /** The time alone today and in the coming night, else with the day. */
  private String moment(Page page, Instant at) {
    var time = at.atZone(ChinaTime.ZONE).format(TIME);
    long days = ChinaTime.day(at).toEpochDay() - ChinaTime.day(now).toEpochDay();
    if (days == 0) {
      return time;
    }
    return days == 1
        ? page.t("stations.tomorrow", time)
        : page.date(ChinaTime.day(at)) + " " + time;
  }

  /** What is known not to work, or said not to. */
  public List<Thing> broken() {
    return things.stream().filter(t -> t.condition() != Condition.WORKING).toList();
  }

  /** The days to come for which other times hold. */
  public List<LocalDate> specialDays() {
    var today = ChinaTime.day(now);
    return station.hours().special().keySet().stream()
        .filter(day -> !day.isBefore(today))
        .limit(6)
        .toList();
  }

  /** Today in China. */
  public LocalDate today() {
    return ChinaTime.day(now);
  }
}
