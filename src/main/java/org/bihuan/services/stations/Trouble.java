package org.bihuan.services.stations;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A matter opened about a station.
 *
 * @param station the station's id
 * @param caseId the matter's
 * @param kind broken, or running out
 * @param subject code of the facility or supply; {@link #OTHER} for what has no name
 * @param openedAt when
 * @param open true until the unit says that it is dealt with
 */
public record Trouble(
    UUID station, UUID caseId, Kind kind, String subject, Instant openedAt, boolean open) {

  /** What is broken but is none of the facilities. */
  public static final String OTHER = "other";

  /** The two sorts. */
  public enum Kind {
    /** Something does not work. */
    BROKEN,
    /** Something runs out. */
    STOCK;

    /** The name used in tables and in the facts of the matter. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
