package org.bihuan.foundation.letters;

import java.time.Instant;
import java.util.Locale;

/**
 * How a letter stands.
 *
 * @param state waiting, sent or given up
 * @param tries how often it was handed to its carrier
 * @param writtenAt when it was written
 */
public record Post(State state, int tries, Instant writtenAt) {

  /** Where a letter can stand. */
  public enum State {
    WAITING,
    SENT,
    GIVEN_UP;

    /** The name used in tables and addresses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
