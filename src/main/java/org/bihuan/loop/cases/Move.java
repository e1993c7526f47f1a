package org.bihuan.loop.cases;

/** Something that makes a matter or moves it. */
public sealed interface Move permits Act, Opening {

  /** The matter. */
  CaseId file();
}
