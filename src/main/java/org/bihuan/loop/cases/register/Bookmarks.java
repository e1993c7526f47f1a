package org.bihuan.loop.cases.register;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far followers have read, for those who keep what can be read anew. */
@Component
public class Bookmarks {

  private final CursorSql cursors;

  Bookmarks(CursorSql cursors) {
    this.cursors = cursors;
  }

  /** How many entries a follower has not read yet. */
  @Transactional(readOnly = true)
  public long behind(String follower) {
    return cursors.unread(follower);
  }

  /**
   * Lets a follower read the register from its first entry again. It waits for a batch that is
   * being read, and holds up the follower until the caller's transaction ends, in which the caller
   * forgets what came of the entries.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void rewind(String follower) {
    cursors.rewind(follower);
  }
}
