package org.bihuan.foundation.letters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on where people are also written to. */
@Component
class AddressSql {

  private static final String KEEP =
      """
      insert into letters.address (district, person_id, email, given_at)
      values (:district, :person, :email, :at)
      on conflict on constraint address_pk do update
         set email = excluded.email, given_at = excluded.given_at
      """;

  private static final String FORGET =
      "delete from letters.address where district = :district and person_id = :person";

  private static final String EMAIL =
      "select email from letters.address where district = :district and person_id = :person";

  private final JdbcClient jdbc;
  private final int district;

  AddressSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void keep(UUID person, byte[] email, Instant at) {
    int rows =
        jdbc.sql(KEEP)
            .param("district", district)
            .param("person", person)
            .param("email", email)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }

  /** Tells how many there were: one or none. */
  int forget(UUID person) {
    return jdbc.sql(FORGET).param("district", district).param("person", person).update();
  }

  Optional<byte[]> email(UUID person) {
    return jdbc.sql(EMAIL)
        .param("district", district)
        .param("person", person)
        .query((row, n) -> row.getBytes("email"))
        .optional();
  }
}
