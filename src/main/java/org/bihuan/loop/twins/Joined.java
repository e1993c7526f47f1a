package org.bihuan.loop.twins;

import org.bihuan.loop.cases.CaseView;

/** What became of putting two matters together, or of parting them. */
public sealed interface Joined {

  /**
   * It was done.
   *
   * @param follower the matter after it
   * @param main the one it follows, or followed
   */
  record Done(CaseView follower, CaseView main) implements Joined {}

  /** It was not; nothing has changed. */
  record Refused(TwinRefusal refusal) implements Joined {}
}
