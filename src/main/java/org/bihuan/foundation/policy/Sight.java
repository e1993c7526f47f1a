package org.bihuan.foundation.policy;

import java.util.Locale;

/** What somebody gets to see, from nothing to everything; the order counts. */
public enum Sight {
  /** The route is not for this part; they are told so. */
  DENY,
  /** As if there were no such matter. */
  HIDE,
  /** The matter, its person masked. */
  MASK,
  /** Everything the route shows. */
  ALLOW;

  /** The name used in the table. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Sight of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
