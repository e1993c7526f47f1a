package org.bihuan.foundation.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of units as written.
 *
 * @param version raised with every change
 * @param fallback code of the unit that takes what nobody else does
 * @param units parents before children
 */
record UnitFile(int version, String fallback, List<Entry> units) {

  /** One line of the file. */
  record Entry(
      String code,
      String kind,
      String zh,
      String en,
      String area,
      String origin,
      @Nullable String parent) {}
}
