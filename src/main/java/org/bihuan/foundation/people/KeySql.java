package org.bihuan.foundation.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on what makes two registrations one person, and on the key of the fields. */
@Component
class KeySql {

  private static final String CLAIM_KEY =
      """
      insert into people.person_key (district, blind, person_id)
      values (:district, :blind, :person)
      on conflict (district, blind) do nothing
      returning person_id
      """;

  private static final String KEY_OWNER =
      """
      select person_id from people.person_key where district = :district and blind = :blind
      """;

  private static final String MOVE_KEY =
      """
      update people.person_key set person_id = :to
       where district = :district and blind = :blind and person_id = :from
      """;

  private static final String CLAIM_MARK =
      """
      insert into people.cipher_key (version, mark, made_at)
      values (:version, :mark, :at)
      on conflict (version) do nothing
      """;

  private static final String MARK =
      """
      select mark from people.cipher_key where version = :version
      """;

  private final JdbcClient jdbc;
  private final int district;

  KeySql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /**
   * Makes the person the owner of a key unless somebody is; waits for whoever claims it at this
   * moment. Returns the owner.
   */
  UUID claim(byte[] blind, UUID person) {
    return jdbc.sql(CLAIM_KEY)
        .param("district", district)
        .param("blind", blind)
        .param("person", person)
        .query(UUID.class)
        .optional()
        .orElseGet(() -> owner(blind));
  }

  private UUID owner(byte[] blind) {
    return jdbc.sql(KEY_OWNER)
        .param("district", district)
        .param("blind", blind)
        .query(UUID.class)
        .single();
  }

  /** Hands a key the caller owns to another person. */
  void moveKey(byte[] blind, UUID from, UUID to) {
    int rows =
        jdbc.sql(MOVE_KEY)
            .param("district", district)
            .param("blind", blind)
            .param("from", from)
            .param("to", to)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }

  /** True if this fingerprint is the one the fields are written with; the first one becomes it. */
  boolean markIs(int version, byte[] mark, Instant at) {
    jdbc.sql(CLAIM_MARK)
        .param("version", version)
        .param("mark", mark)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    var stored = jdbc.sql(MARK).param("version", version).query(byte[].class).single();
    return Arrays.equals(stored, mark);
  }
}
