package org.bihuan.foundation.access;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down whoever guesses: a few free tries, then a wait that doubles, by the same limits as
 * signing in. Every try counts before anything is compared, so that many at once count as many.
 */
@Component
public class Guesses {

  private final AttemptSql sql;
  private final SignInLimits limits;
  private final Clock clock;

  Guesses(AttemptSql sql, SignInLimits limits, Clock clock) {
    this.sql = sql;
    this.limits = limits;
    this.clock = clock;
  }

  /** Counts a try under a key; false if the key has to wait. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean admit(String key) {
    return sql.admit(closed(key), limits.tries(), limits, clock.instant());
  }

  /** The same for an address, which many people may share: more tries are free. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean admitFromAddress(String key) {
    return sql.admit(key, limits.addressTries(), limits, clock.instant());
  }

  /**
   * The try was right: takes back that one. What was counted before stays, so that nobody washes
   * guesses away with a right answer of their own.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void takeBack(String key) {
    sql.takeBack(key, clock.instant());
  }

  /** How long the key has to wait; zero if it has not. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Duration wait(String key) {
    return sql.wait(closed(key), clock.instant());
  }

  /** The guess was right: forgets what was counted. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void forgive(String key) {
    sql.forgive(closed(key));
  }

  /** Keys name codes and addresses; only their digest is kept. */
  private static String closed(String key) {
    return HexFormat.of().formatHex(RandomText.digest("guess\n" + key));
  }
}
