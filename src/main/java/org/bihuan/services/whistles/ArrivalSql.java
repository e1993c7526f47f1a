package org.bihuan.services.whistles;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on codes that prove an arrival. */
@Component
class ArrivalSql {

  private static final String SHOW =
      """
      insert into whistles.arrival_code (district, case_id, digest, until)
      values (:district, :id, :digest, :until)
      on conflict on constraint arrival_code_pk do update
         set digest = excluded.digest, until = excluded.until, tries = 0, used_at = null
      """;

  /** Counts before anything is compared, so that many at once count as many. */
  private static final String TRY =
      """
      update whistles.arrival_code set tries = tries + 1
       where district = :district and case_id = :id and used_at is null
         and until > :now and tries < :most
      returning digest
      """;

  private static final String USE =
      """
      update whistles.arrival_code set used_at = :now
       where district = :district and case_id = :id and used_at is null
      """;

  private final JdbcClient jdbc;
  private final int district;

  ArrivalSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void show(UUID call, byte[] digest, Instant until) {
    int rows =
        jdbc.sql(SHOW)
            .param("district", district)
            .param("id", call)
            .param("digest", digest)
            .param("until", until.atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a code was not kept");
    }
  }

  /** The digest to compare with; empty if there is no code that may be tried. */
  Optional<byte[]> attempt(UUID call, int most, Instant now) {
    return jdbc.sql(TRY)
        .param("district", district)
        .param("id", call)
        .param("most", most)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getBytes("digest"))
        .optional();
  }

  void use(UUID call, Instant now) {
    int rows =
        jdbc.sql(USE)
            .param("district", district)
            .param("id", call)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a code was used twice");
    }
  }
}
