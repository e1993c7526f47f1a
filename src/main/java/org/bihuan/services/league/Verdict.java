package org.bihuan.services.league;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a wish: done and stored, or refused by name with nothing changed. */
public sealed interface Verdict {

  /**
   * Done.
   *
   * @param transfer as it is now; absent after a mark, which is none
   */
  record Done(UUID member, @Nullable Transfer transfer) implements Verdict {}

  /** Not done. */
  record Refused(UUID member, LeagueRefusal reason) implements Verdict {}
}
