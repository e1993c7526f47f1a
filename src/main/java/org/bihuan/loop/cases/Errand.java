package org.bihuan.loop.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A move with what belongs to it and must be stored with it or not at all: the key of a request,
 * the person who is put on file. Both methods are called inside the transaction, in this order, and
 * again from the beginning if the transaction is done again. What came of it is read from the
 * errand after {@link Cases#run} returns.
 */
public interface Errand {

  /** Something that makes a matter or moves it. */
  sealed interface Move permits Act, Opening {

    /** The matter. */
    CaseId file();
  }

  /** The matter; errands of one matter keep their order. */
  CaseId file();

  /** Stores what comes before the move, and says which it is; empty if there is nothing to move. */
  Optional<Move> ready();

  /**
   * Stores what comes after the move.
   *
   * @param decision what became of it; absent if there was none
   * @return false if nothing of this errand may be stored
   */
  boolean decided(@Nullable Decision decision);
}
