package org.bihuan.loop.cases.rounds;

/** How a round ended. */
sealed interface Ending {

  /** Everything in it is stored for good. */
  record Committed() implements Ending {}

  /** Nothing in it is stored, because of a piece of work in it. */
  record Failed(Throwable why) implements Ending {}

  /**
   * Nothing in it is stored, because the database cannot be used; each alone would fare no better.
   */
  record Away(Throwable why) implements Ending {}

  /** Nobody could say whether it is stored. */
  record Unknown(Throwable why) implements Ending {}
}
