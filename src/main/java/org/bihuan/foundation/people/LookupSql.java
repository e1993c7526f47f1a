package org.bihuan.foundation.people;

import java.util.Collection;
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
      insert into people.clue (district, blind, person_id, version)
      select :district, b.blind, :person, :version from unnest(cast(:blinds as bytea[])) as b (blind)
      on conflict on constraint clue_pk do nothing
      """;

  private static final String PEOPLE =
      """
      select distinct person_id from people.clue
       where district = :district and blind = any(:blinds)
       order by person_id desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  LookupSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void keep(UUID person, int version, List<byte[]> blinds) {
    jdbc.sql(KEEP)
        .param("district", district)
        .param("person", person)
        .param("version", version)
        .param("blinds", blinds.toArray(byte[][]::new))
        .update();
  }

  /** The newest first. */
  List<UUID> people(Collection<byte[]> blinds, int limit) {
    return jdbc.sql(PEOPLE)
        .param("district", district)
        .param("blinds", blinds.toArray(byte[][]::new))
        .param("limit", limit)
        .query((row, n) -> Objects.requireNonNull(row.getObject("person_id", UUID.class)))
        .list();
  }
}
