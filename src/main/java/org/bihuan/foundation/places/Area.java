package org.bihuan.foundation.places;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A place a matter can belong to.
 *
 * @param code digits: 6 for the district, 9 for a street, 12 for a community, 15 for a grid
 * @param kind which of the four
 * @param name in both languages
 * @param parent code of the place around it; absent only for the district
 */
public record Area(String code, Kind kind, Text name, @Nullable String parent) {

  /** The four levels of a district, from the top down. */
  public enum Kind {
    DISTRICT,
    STREET,
    COMMUNITY,
    GRID;

    /** The name used in files, tables and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
