package org.bihuan.loop.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.shared.Columns;
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

  /**
   * Leaves out keys that are kept already; waits for a sender who is about to keep one, in one
   * order, so that nobody waits in a ring.
   */
  private static final String PUT =
      """
      insert into intake.request_key (district, actor, key, fingerprint, at, status, answer)
      select :district, g.actor, g.key, g.fingerprint, :at, g.status, g.answer
        from unnest(cast(:actors as uuid[]), cast(:keys as text[]), cast(:fingerprints as bytea[]),
                    cast(:statuses as integer[]), cast(:answers as text[]))
             as g (actor, key, fingerprint, status, answer)
       order by g.actor, g.key
      on conflict on constraint request_key_pk do nothing
      returning actor, key
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

  /** What is to be kept of a request. */
  record Given(Retries.Request request, byte[] fingerprint, Retries.Answer answer) {}

  /** Whose key it is and which. */
  record Name(UUID actor, String key) {

    static Name of(Retries.Request request) {
      return new Name(request.actor(), request.key());
    }
  }

  /** Keeps what was asked and answered; tells which keys were new, each once. */
  Set<Name> put(Collection<Given> given, Instant at) {
    return given.isEmpty()
        ? new HashSet<>()
        : jdbc.sql(PUT)
            .param("district", district)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("actors", Columns.texts(given, g -> g.request().actor()))
            .param("keys", Columns.texts(given, g -> g.request().key()))
            .param("fingerprints", given.stream().map(Given::fingerprint).toArray(byte[][]::new))
            .param("statuses", Columns.texts(given, g -> g.answer().status()))
            .param("answers", Columns.texts(given, g -> g.answer().body()))
            .query((row, n) -> new Name(row.getObject("actor", UUID.class), row.getString("key")))
            .set();
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
