package org.bihuan.loop.cases.register;

import java.util.List;

/**
 * Reads the register behind the writers. What it does inside the database happens exactly once: the
 * cursor moves in the same transaction. A crash repeats the batch.
 */
public interface Follower {

  /** A name that never changes: the cursor is kept under it. */
  String name();

  /**
   * Takes the next entries of one lane, in commit order.
   *
   * @param entries at least one
   */
  void follow(List<Entry> entries);
}
