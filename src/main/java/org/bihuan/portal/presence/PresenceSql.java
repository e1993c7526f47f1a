package org.bihuan.portal.presence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.portal.presence.Presence.Looking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on who is about to act. */
@Component
class PresenceSql {

  private static final String PUT =
      """
      insert into presence.looking (district, case_id, staff, name, at)
      values (:district, :file, :staff, :name, :at)
      on conflict on constraint looking_pk do update set name = excluded.name, at = excluded.at
      """;

  private static final String DROP =
      "delete from presence.looking where district = :district and case_id = :file and staff = :staff";

  private static final String DROP_BEFORE =
      "delete from presence.looking where district = :district and at < :before";

  private static final String OTHERS =
      """
      select name, at from presence.looking
       where district = :district and case_id = :file and staff <> :staff and at >= :since
       order by at desc limit 5
      """;

  private final JdbcClient jdbc;
  private final int district;

  PresenceSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void put(CaseId file, Actor actor, Instant at) {
    int rows =
        jdbc.sql(PUT)
            .param("district", district)
            .param("file", file.value())
            .param("staff", actor.id())
            .param("name", actor.name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a reader was not kept: " + actor.id());
    }
  }

  /** Who was not there is not missed. */
  void drop(CaseId file, Actor actor) {
    jdbc.sql(DROP)
        .param("district", district)
        .param("file", file.value())
        .param("staff", actor.id())
        .update();
  }

  void dropBefore(Instant moment) {
    jdbc.sql(DROP_BEFORE)
        .param("district", district)
        .param("before", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Looking> others(CaseId file, Actor reader, Instant since) {
    return jdbc.sql(OTHERS)
        .param("district", district)
        .param("file", file.value())
        .param("staff", reader.id())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Looking(
                    Objects.requireNonNull(row.getString("name")),
                    Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant()))
        .list();
  }
}
