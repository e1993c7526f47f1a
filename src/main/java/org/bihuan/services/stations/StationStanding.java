package org.bihuan.services.stations;

import java.time.Instant;
import java.util.Locale;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a station stands at some instant.
 *
 * @param kind which
 * @param until when that changes by itself; absent if nobody knows
 * @param reason what the keeper says about it; absent if nothing
 */
public record StationStanding(Kind kind, @Nullable Instant until, @Nullable Text reason) {

  /** The four ways. */
  public enum Kind {
    /** One can go in. */
    OPEN,
    /** Open, and no place is free. */
    FULL,
    /** Outside its hours. */
    SHUT,
    /** Shut for now, whatever the hours say. */
    PAUSED;

    /** The last part of its message key, and the name in the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** True if one can go in now and finds a place. */
  public boolean open() {
    return kind == Kind.OPEN;
  }
}
