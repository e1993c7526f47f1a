package org.bihuan.foundation.people;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on what people are found by. */
@Component
class LookupSql {

  /** The rows that were there before stay: a clue is kept once, however often it is given. */
  private static final String KEEP =
      """
      insert into people.clue (district, blind, person_id)
      select :district, b.blind, :person from unnest(cast(:blinds as bytea[])) as b (blind)
      on conflict on constraint clue_pk do nothing
      """;

  private static final String PEOPLE =
      """
      select person_id from people.clue
       where district = :district and blind = :blind
       order by person_id desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  LookupSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void keep(UUID person, List<byte[]> blinds) {
    jdbc.sql(KEEP)
        .param("district", district)
        .param("person", person)
        .param("blinds", blinds.toArray(byte[][]::new))
        .update();
  }

  /** The newest first. */
  List<UUID> people(byte[] blind, int limit) {
    return jdbc.sql(PEOPLE)
        .param("district", district)
        .param("blind", blind)
        .param("limit", limit)
        .query((row, n) -> Objects.requireNonNull(row.getObject("person_id", UUID.class)))
        .list();
  }
}
