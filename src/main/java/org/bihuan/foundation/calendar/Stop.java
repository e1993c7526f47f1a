package org.bihuan.foundation.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time the law leaves out of a limit (hearing, expert review …). Days from the one it
 * begins on up to, not including, the one it ends on are not counted.
 *
 * @param from when the clock stopped
 * @param until when it went on; absent while it still stands
 */
public record Stop(Instant from, @Nullable Instant until) {

  public Stop {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("a stop ends after it begins: " + from + ".." + until);
    }
  }
}
