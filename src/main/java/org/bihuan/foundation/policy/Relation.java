package org.bihuan.foundation.policy;

import java.util.Locale;

/** How somebody stands to a matter; one may stand to it in several ways. */
public enum Relation {
  /** They raised it, and have shown so. */
  OWN_MATTER,
  /** They brought it into the house for somebody. */
  OPENED,
  /** It waits for their part, and for their unit where the part works in one. */
  THEIR_TURN,
  /** Their unit owns it. */
  OWN_UNIT,
  /** Their unit owned it before. */
  FORMER_UNIT,
  /** Their unit asked for it, or owns the matter above it or one opened under it. */
  FAMILY,
  /** It lies in the area of their unit. */
  OWN_AREA,
  /** None of these; everybody stands to every matter like this at least. */
  OTHER;

  /** The name used in the table. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Relation of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
