package org.bihuan.foundation.letters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.people.FieldSeal;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on where people are also written to. */
@Component
class AddressSql implements FieldSeal.Column {

  /** What an address is bound to, beside its person. */
  static final String COLUMN = "letters-email";

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

  private static final String WITH_EMAIL =
      """
      select person_id from letters.address
       where district = :district and person_id = any(cast(:people as uuid[]))
      """;

  private static final String AFTER =
      """
      select person_id, email from letters.address
       where district = :district and person_id > :row order by person_id limit :limit
      """;

  private static final String REPLACE =
      """
      update letters.address set email = :fresh
       where district = :district and person_id = :row and email = :old
      """;

  private static final String CLOSED_WITH =
      """
      select count(*) from letters.address
       where district = :district and get_byte(email, 0) = :key
      """;

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

  /** Those of some people who left an address. */
  Set<UUID> withEmail(Collection<UUID> people) {
    return jdbc.sql(WITH_EMAIL)
        .param("district", district)
        .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, n) -> Objects.requireNonNull(row.getObject("person_id", UUID.class)))
        .set();
  }

  @Override
  public String name() {
    return COLUMN;
  }

  @Override
  public List<Closed> after(UUID row, int limit) {
    return jdbc.sql(AFTER)
        .param("district", district)
        .param("row", row)
        .param("limit", limit)
        .query((r, n) -> new Closed(r.getObject("person_id", UUID.class), r.getBytes("email")))
        .list();
  }

  @Override
  public boolean replace(Closed old, byte[] fresh) {
    return jdbc.sql(REPLACE)
            .param("district", district)
            .param("row", old.row())
            .param("old", old.value())
            .param("fresh", fresh)
            .update()
        == 1;
  }

  @Override
  public long closedWith(int key) {
    return jdbc.sql(CLOSED_WITH)
        .param("district", district)
        .param("key", key)
        .query(Long.class)
        .single();
  }
}
