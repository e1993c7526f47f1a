package org.bihuan.loop.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that keep answers by key. */
@Component
class RetrySql {

  /** A second sender waits here for the first one's commit, then finds the answer. */
  private static final String CLAIM =
      """
      insert into intake.request_key (district, actor, key, fingerprint, at)
      values (:district, :actor, :key, :fingerprint, :at)
      on conflict on constraint request_key_pk do nothing
      """;

  private static final String KEEP =
      """
      update intake.request_key set status = :status, answer = :answer
       where district = :district and actor = :actor and key = :key and status is null
      """;

  /** Nothing if the key is kept already; waits for a sender who is about to keep it. */
  private static final String PUT =
      """
      insert into intake.request_key (district, actor, key, fingerprint, at, status, answer)
      values (:district, :actor, :key, :fingerprint, :at, :status, :answer)
      on conflict on constraint request_key_pk do nothing
      """;

  private static final String FIND =
      """
      select fingerprint, status, answer from intake.request_key
       where district = :district and actor = :actor and key = :key
      """;

  private static final String FORGET =
      "delete from intake.request_key where district = :district and at < :before";

  private final JdbcClient jdbc;
  private final int district;

  RetrySql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** What is kept of a request; without an answer while its own transaction is under way. */
  record Kept(byte[] fingerprint, Retries.@Nullable Answer answer) {}

  boolean claim(UUID actor, String key, byte[] fingerprint, Instant at) {
    return jdbc.sql(CLAIM)
            .param("district", district)
            .param("actor", actor)
            .param("key", key)
            .param("fingerprint", fingerprint)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void keep(UUID actor, String key, Retries.Answer answer) {
    int rows =
        jdbc.sql(KEEP)
            .param("district", district)
            .param("actor", actor)
            .param("key", key)
            .param("status", answer.status())
            .param("answer", answer.body())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("the claimed key is gone");
    }
  }

  /** Keeps what was asked and answered; false if the key is kept already. */
  boolean put(Retries.Request request, byte[] fingerprint, Retries.Answer answer, Instant at) {
    return jdbc.sql(PUT)
            .param("district", district)
            .param("actor", request.actor())
            .param("key", request.key())
            .param("fingerprint", fingerprint)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("status", answer.status())
            .param("answer", answer.body())
            .update()
        == 1;
  }

  Optional<Kept> find(UUID actor, String key) {
    return jdbc.sql(FIND)
        .param("district", district)
        .param("actor", actor)
        .param("key", key)
        .query(
            (row, n) ->
                new Kept(
                    row.getBytes("fingerprint"),
                    row.getObject("status") == null
                        ? null
                        : new Retries.Answer(row.getInt("status"), row.getString("answer"))))
        .optional();
  }

  int forgetBefore(Instant before) {
    return jdbc.sql(FORGET)
        .param("district", district)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
