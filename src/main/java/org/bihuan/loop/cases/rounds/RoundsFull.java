package org.bihuan.loop.cases.rounds;

import org.springframework.dao.TransientDataAccessException;

/**
 * More is waiting than can be done in good time, so this was not begun: nothing was changed, and
 * the same may be sent again in a moment.
 */
public final class RoundsFull extends TransientDataAccessException {

  private static final long serialVersionUID = 1;

  RoundsFull(String why) {
    super(why);
  }
}
