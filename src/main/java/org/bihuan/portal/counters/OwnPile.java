package org.bihuan.portal.counters;

import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.Worklist;

/** What a reader has to move next; the desk knows. */
public interface OwnPile {

  /** The first of it, at most so many. */
  Worklist.Query own(Actor actor, int limit);
}
