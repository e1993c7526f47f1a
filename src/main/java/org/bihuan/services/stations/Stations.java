package org.bihuan.services.stations;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.foundation.shared.Uuid7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stations of the district. A new installation begins with those of the file {@code
 * stations/<district>.yaml}; from then on they are changed at the desk, by the unit that keeps each
 * and by the one that runs the programme, and every change is logged.
 */
@Component
public class Stations {

  private static final int LOGGED = 50;

  private final StationSql sql;
  private final FacilitySql facilities;
  private final SupplySql supplies;
  private final StationCatalogue catalogue;
  private final StationRules.Known known;
  private final Clock clock;
  private final StationFile file;

  Stations(
      StationSql sql,
      FacilitySql facilities,
      SupplySql supplies,
      StationCatalogue catalogue,
      Surroundings around,
      Clock clock) {
    this.facilities = facilities;
    this.sql = sql;
    this.supplies = supplies;
    this.catalogue = catalogue;
    this.clock = clock;
    this.known = around.known(catalogue);
    this.file =
        DataFile.resource("stations/" + around.district().code() + ".yaml").as(StationFile.class);
  }

  /**
   * A line of a station's log.
   *
   * @param at when
   * @param actor who; the id, never the name
   * @param what the last part of its message key
   * @param detail what it is now, as typed or as a code
   */
  public record Change(Instant at, UUID actor, String what, String detail) {}

  /** What stations are named by and belong to. */
  @Component
  record Surroundings(Places places, Units units, District district) {

    StationRules.Known known(StationCatalogue catalogue) {
      return new StationRules.Known(
          area -> area.length() > 6 && places.find(area).isPresent(),
          unit -> units.codes().contains(unit),
          kind -> StationCatalogue.find(catalogue.kinds(), kind).isPresent(),
          facility -> StationCatalogue.find(catalogue.facilities(), facility).isPresent());
    }
  }

  /** Adds what the file has and the tables have not; call it after places and units are loaded. */
  @Transactional
  public void load() {
    var there = sql.all().stream().map(Station::code).toList();
    for (var entry : file.stations()) {
      if (!there.contains(entry.code())) {
        var draft = entry.draft();
        if (!known.areas().test(draft.place().area()) || !known.units().test(draft.unit())) {
          throw new IllegalStateException("station " + entry.code() + ": no such place or unit");
        }
        var id = Uuid7.next(clock);
        if (sql.add(id, entry.code(), draft, clock.instant())) {
          entry.supplies().forEach((supply, low) -> supplies.keep(id, supply, low));
        }
      }
    }
  }

  /** Those residents may find, by code. */
  @Transactional(readOnly = true)
  public List<Station> all() {
    return every().stream().filter(station -> !station.retired()).toList();
  }

  /** All, also those that are no longer in use, by code. */
  @Transactional(readOnly = true)
  public List<Station> every() {
    return sql.all().stream().map(this::inOrder).toList();
  }

  @Transactional(readOnly = true)
  public Optional<Station> find(String code) {
    return sql.find(code).map(this::inOrder);
  }

  @Transactional(readOnly = true)
  public Optional<Station> find(UUID id) {
    return every().stream().filter(station -> station.id().equals(id)).findFirst();
  }

  /** Where each street lies, roughly, by its code: the ground of a map without tiles. */
  public Map<String, Point> ground() {
    return file.ground().stream()
        .collect(
            Collectors.toMap(
                StationFile.Mark::area,
                StationFile.Mark::point,
                (a, _) -> a,
                java.util.TreeMap::new));
  }

  /** True if the actor may change this station. */
  public boolean keeps(Actor actor, Station station) {
    return StationRules.keeps(actor, station.unit(), file.programme());
  }

  /** True if the actor may add stations and change all of them. */
  public boolean runs(Actor actor) {
    return StationRules.keeps(actor, file.programme(), file.programme());
  }

  /** Adds a station; the code is typed as {@code code}, the rest as in {@link #change}. */
  @Transactional
  public Outcome<Station> add(Typed typed, Actor actor) {
    return switch (StationRules.code(typed.value("code"))) {
      case Outcome.Refused<String>(var errors) -> new Outcome.Refused<>(errors);
      case Outcome.Done<String>(var code) ->
          switch (StationRules.draft(typed, known)) {
            case Outcome.Refused<StationRules.Draft>(var errors) -> new Outcome.Refused<>(errors);
            case Outcome.Done<StationRules.Draft>(var draft) -> add(code, draft, actor);
          };
    };
  }

  private Outcome<Station> add(String code, StationRules.Draft draft, Actor actor) {
    var id = Uuid7.next(clock);
    if (!sql.add(id, code, draft, clock.instant())) {
      return Outcome.refused("code", "taken", "这个编码已经有驿站在用", "Another station has this code");
    }
    log(id, actor, "added", draft.name().zh());
    return new Outcome.Done<>(find(code).orElseThrow());
  }

  /** Changes everything about a station but its state, if nobody did meanwhile. */
  @Transactional
  public Outcome<Station> change(Station station, Typed typed, Actor actor) {
    return switch (StationRules.draft(typed, known)) {
      case Outcome.Refused<StationRules.Draft>(var errors) -> new Outcome.Refused<>(errors);
      case Outcome.Done<StationRules.Draft>(var draft) -> {
        if (stale(station, typed) || !sql.store(station, draft, clock.instant())) {
          yield changed();
        }
        log(station.id(), actor, "changed", StationChanges.between(station, draft));
        yield new Outcome.Done<>(find(station.code()).orElseThrow());
      }
    };
  }

  /** Says how the station stands now: as its hours say, full, shut for now, or no longer. */
  @Transactional
  public Outcome<Station> say(Station station, Typed typed, Actor actor) {
    return switch (StationRules.live(typed, clock.instant())) {
      case Outcome.Refused<Station.Live>(var errors) -> new Outcome.Refused<>(errors);
      case Outcome.Done<Station.Live>(var live) -> {
        if (stale(station, typed) || !sql.say(station, live)) {
          yield changed();
        }
        var reason = live.reason();
        log(station.id(), actor, live.state().code(), reason == null ? "" : reason.zh());
        yield new Outcome.Done<>(find(station.code()).orElseThrow());
      }
    };
  }

  private static boolean stale(Station station, Typed typed) {
    return !typed.value("version").equals(Long.toString(station.version()));
  }

  private static <T> Outcome<T> changed() {
    return Outcome.refused(
        "main",
        "changed-meanwhile",
        "别人刚改过这个驿站，请核对后再保存",
        "Somebody changed this station meanwhile; look again and save once more");
  }

  /** The log of a station, the latest first. */
  @Transactional(readOnly = true)
  public List<Change> log(Station station) {
    return facilities.logged(station.id(), LOGGED);
  }

  void log(UUID station, Actor actor, String what, String detail) {
    log(station, new Change(clock.instant(), actor.id(), what, detail));
  }

  void log(UUID station, Change change) {
    facilities.log(Uuid7.next(clock), station, change);
  }

  boolean mark(UUID station, String facility, Station.Condition condition, Instant at) {
    return facilities.mark(station, facility, condition, at);
  }

  /** What it has, as the catalogue counts it up. */
  private Station inOrder(Station station) {
    var order = catalogue.facilities().stream().map(StationCatalogue.Entry::code).toList();
    var sorted =
        station.facilities().stream()
            .sorted(Comparator.comparingInt(f -> order.indexOf(f.code())))
            .toList();
    return new Station(
        station.id(),
        station.code(),
        station.name(),
        station.kind(),
        station.place(),
        station.hours(),
        station.phone(),
        station.unit(),
        station.live(),
        sorted,
        station.version());
  }
}
