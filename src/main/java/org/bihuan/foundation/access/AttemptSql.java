package org.bihuan.foundation.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements of the guard against guessing; each stands alone and is atomic by its row lock.
 */
@Component
class AttemptSql {

  /** Counts before anything is compared, so that a thousand guesses at once count a thousand. */
  private static final String ADMIT =
      """
      insert into access.attempt as a (key, failures, last_at, wait_until)
      values (:key, 1, :now, :now)
      on conflict (key) do update
         set failures = case when a.last_at < :forget then 1 else a.failures + 1 end,
             last_at = :now,
             wait_until =
               case
                 when a.last_at < :forget or a.failures + 1 < :tries then :now
                 else :now + make_interval(
                   secs => least(:longest, :first * power(2, least(a.failures + 1 - :tries, 20))))
               end
       where a.wait_until <= :now
      """;

  private static final String WAIT_UNTIL =
      """
      select wait_until from access.attempt where key = :key
      """;

  private static final String FORGIVE =
      """
      delete from access.attempt where key = :key
      """;

  private static final String TAKE_BACK =
      """
      update access.attempt set failures = greatest(failures - 1, 0), wait_until = :now
       where key = :key
      """;

  private static final String FORGET =
      """
      delete from access.attempt where last_at < :before
      """;

  private final JdbcClient jdbc;

  AttemptSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts one attempt under this key; false if the key has to wait, then nothing is counted. */
  boolean admit(String key, int tries, SignInLimits limits, Instant now) {
    return jdbc.sql(ADMIT)
            .param("key", key)
            .param("tries", tries)
            .param("first", limits.firstWait().toSeconds())
            .param("longest", limits.longestWait().toSeconds())
            .param("forget", utc(now.minus(limits.forgetAfter())))
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** How long the key has to wait; zero if it has not. */
  Duration wait(String key, Instant now) {
    return jdbc.sql(WAIT_UNTIL)
        .param("key", key)
        .query(OffsetDateTime.class)
        .optional()
        .map(until -> Duration.between(now, until.toInstant()))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  /** Forgets what was counted under a key; the row may be gone already. */
  boolean forgive(String key) {
    return jdbc.sql(FORGIVE).param("key", key).update() == 1;
  }

  /** Takes back the one attempt that turned out well; the row may be gone already. */
  boolean takeBack(String key, Instant now) {
    return jdbc.sql(TAKE_BACK).param("key", key).param("now", utc(now)).update() == 1;
  }

  /** Removes what is too old to matter; returns how many. */
  int forget(Instant before) {
    return jdbc.sql(FORGET).param("before", utc(before)).update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
