package org.bihuan.foundation.access;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the district that can own matters.
 *
 * @param code lower case with hyphens, for example {@code street-051}
 * @param kind what sort of unit
 * @param name in both languages
 * @param parent code of the unit above; absent at the top
 * @param area code of the place it looks after
 */
public record WorkUnit(String code, Kind kind, Text name, @Nullable String parent, String area) {

  /** Sorts of units. */
  public enum Kind {
    /** The office of the district government. */
    OFFICE,
    /** A desk of the loop itself: dispatch, call-back. */
    DESK,
    /** A bureau with duties of its own. */
    BUREAU,
    /** A department of the party committee. */
    PARTY,
    /** The office of a street. */
    STREET;

    /** The name used in files, tables and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
