package org.bihuan.foundation.access.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on codes that were sent to phones; each stands alone by its row lock. */
@Component
class CodeSql {

  private static final String DROP = "delete from access.phone_code where phone_key = :key";

  private static final String PUT =
      """
      insert into access.phone_code (asking, phone_key, phone, code, tries, expires_at)
      values (:asking, :key, :phone, :code, 0, :expires)
      """;

  /** Counts before anything is compared, so that many guesses at once count as many. */
  private static final String COUNT =
      """
      update access.phone_code set tries = tries + 1
       where asking = :asking and tries < :most and expires_at > :now
      """;

  /** Of two who send the right code at once one gets the row. */
  private static final String TAKE =
      """
      delete from access.phone_code where asking = :asking and code = :code returning phone
      """;

  private static final String PHONE = "select phone from access.phone_code where asking = :asking";

  private static final String FORGET = "delete from access.phone_code where expires_at < :now";

  private final JdbcClient jdbc;

  CodeSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A code on its way. */
  record Sent(UUID asking, byte[] key, byte[] phone, byte[] code, Instant expiresAt) {}

  /** The phone's one code; what was sent before is worth nothing from now on. */
  void put(Sent sent) {
    jdbc.sql(DROP).param("key", sent.key()).update();
    int rows =
        jdbc.sql(PUT)
            .param("asking", sent.asking())
            .param("key", sent.key())
            .param("phone", sent.phone())
            .param("code", sent.code())
            .param("expires", utc(sent.expiresAt()))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }

  /** Counts a try; false if there are none left, or no code. */
  boolean count(UUID asking, int most, Instant now) {
    return jdbc.sql(COUNT)
            .param("asking", asking)
            .param("most", most)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** Uses a code up; empty if it is not this one. */
  Optional<byte[]> take(UUID asking, byte[] code) {
    return jdbc.sql(TAKE)
        .param("asking", asking)
        .param("code", code)
        .query(byte[].class)
        .optional();
  }

  Optional<byte[]> phone(UUID asking) {
    return jdbc.sql(PHONE).param("asking", asking).query(byte[].class).optional();
  }

  /** Removes codes that can no longer be used; returns how many. */
  int forget(Instant now) {
    return jdbc.sql(FORGET).param("now", utc(now)).update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
