package org.bihuan.services.stations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came, went or was counted.
 *
 * @param supply code of the catalogue
 * @param position its place among those of the supply at the station, from 1
 * @param kind which
 * @param delta how many more; fewer below zero
 * @param balance how many there are afterwards
 * @param why to whom and for what
 * @param by who wrote it down
 */
public record Movement(
    String supply, long position, Kind kind, int delta, int balance, Why why, By by) {

  /**
   * What it was for.
   *
   * @param people code of the group it was given to; absent if to no group
   * @param reason in words; empty if nothing needs explaining
   * @param undoes position of the movement this one takes back; absent for most
   * @param visit the visit it was given on; absent for most
   */
  public record Why(
      @Nullable String people, String reason, @Nullable Long undoes, @Nullable UUID visit) {

    static final Why NOTHING = new Why(null, "", null, null);
  }

  /** Who wrote it down, and when. */
  public record By(UUID actor, Instant at) {}

  /** The sorts. */
  public enum Kind {
    /** Came in. */
    RECEIVED,
    /** Was given away. */
    ISSUED,
    /** Was counted, and the balance corrected. */
    COUNTED,
    /** Takes an earlier one back. */
    UNDONE;

    /** The name used in tables and forms. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> find(String code) {
      return List.of(values()).stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
  }
}
