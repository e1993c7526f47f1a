package org.bihuan.loop.cases.register;

import java.util.UUID;

/** How a district's register is spread, so that writers of different matters seldom wait. */
public final class Lanes {

  /** How many lanes a district has; fixed when its first matter is opened. */
  public static final int COUNT = 8;

  private Lanes() {}

  /** The lane a matter's entries go to, for ever. */
  public static int of(UUID caseId) {
    return (int) (caseId.getLeastSignificantBits() & (COUNT - 1));
  }
}
