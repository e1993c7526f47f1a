package org.bihuan.loop.cases.register;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/**
 * One row of the register that is not as it was written.
 *
 * @param kind what is wrong with it
 * @param row which row: matter and version, or lane and position
 * @param text the same in words
 */
public record Finding(Kind kind, String row, Text text) {

  /** What can be wrong. */
  public enum Kind {
    /** The row's bytes are not those it was written with. */
    EDITED,
    /** A row that was written is not there. */
    MISSING,
    /** A row is there that was never written. */
    INSERTED,
    /** The matter's file is not what its entries make it. */
    FILE_DIFFERS,
    /** A clock is not what the entries make it. */
    CLOCK_DIFFERS,
    /** Entries at the end of a lane are gone. */
    TAIL_CUT,
    /** A signed checkpoint does not fit the entries. */
    SEAL_BROKEN;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
