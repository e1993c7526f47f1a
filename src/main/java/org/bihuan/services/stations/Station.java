package org.bihuan.services.stations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A love station.
 *
 * @param id in tables; what hangs on a station hangs on this
 * @param code in addresses: lower case with hyphens
 * @param name in both languages
 * @param kind code of the catalogue
 * @param place where it is
 * @param hours when it is open
 * @param phone of the station itself, public
 * @param unit code of the unit that keeps it
 * @param live what the keeper says about it now
 * @param facilities what it has, in the order of the catalogue
 * @param version counts its changes, from 1
 */
public record Station(
    UUID id,
    String code,
    Text name,
    String kind,
    Place place,
    OpeningHours hours,
    String phone,
    String unit,
    Live live,
    List<Facility> facilities,
    long version) {

  public Station {
    facilities = List.copyOf(facilities);
  }

  /**
   * Where a station is.
   *
   * @param area code of the street or community
   * @param address in words
   * @param way how one gets there
   * @param point on the map
   */
  public record Place(String area, Text address, Text way, Point point) {}

  /**
   * What the keeper says now.
   *
   * @param state which
   * @param until when that ends by itself; absent if somebody has to say so
   * @param reason why; absent if nothing needs explaining
   * @param since when it was said
   */
  public record Live(State state, @Nullable Instant until, @Nullable Text reason, Instant since) {

    /** False once its time is over: then the hours alone hold again. */
    boolean holds(Instant now) {
      return until == null || now.isBefore(until);
    }
  }

  /** What a keeper can say of a station. */
  public enum State {
    /** As the hours say. */
    OPEN,
    /** Open, and no place is free. */
    FULL,
    /** Shut although the hours say otherwise. */
    PAUSED,
    /** No longer a station; kept for its records. */
    RETIRED;

    /** The name used in tables and forms. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> find(String code) {
      return List.of(values()).stream().filter(s -> s.code().equals(code)).findFirst();
    }

    static State of(String code) {
      return find(code).orElseThrow();
    }
  }

  /**
   * Something a station has.
   *
   * @param code of the catalogue
   * @param condition whether it works
   * @param since since when
   */
  public record Facility(String code, Condition condition, Instant since) {}

  /** Whether a facility works. */
  public enum Condition {
    /** As far as anybody knows. */
    WORKING,
    /** A passer-by says that it does not; nobody has looked yet. */
    REPORTED,
    /** The keeper says that it does not. */
    OUT;

    /** The name used in tables and forms. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Condition of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  public Optional<Facility> facility(String code) {
    return facilities.stream().filter(f -> f.code().equals(code)).findFirst();
  }

  /** True if it has the facility and nobody knows that it does not work. */
  public boolean offers(String code) {
    return facility(code).filter(f -> f.condition() != Condition.OUT).isPresent();
  }

  public boolean retired() {
    return live.state() == State.RETIRED;
  }

  /** How it stands at this instant: the keeper's word where it holds, else the hours. */
  public StationStanding standing(Instant now) {
    boolean open = hours.openAt(now);
    var change = hours.changesAt(now);
    if (live.state() == State.RETIRED) {
      return new StationStanding(StationStanding.Kind.PAUSED, null, live.reason());
    }
    if (live.state() == State.PAUSED && live.holds(now)) {
      return new StationStanding(StationStanding.Kind.PAUSED, live.until(), live.reason());
    }
    if (!open) {
      return new StationStanding(StationStanding.Kind.SHUT, change, null);
    }
    boolean full = live.state() == State.FULL && live.holds(now);
    return full
        ? new StationStanding(StationStanding.Kind.FULL, live.until(), live.reason())
        : new StationStanding(StationStanding.Kind.OPEN, change, null);
  }
}
