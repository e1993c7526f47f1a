package org.bihuan.services.causes;

import static org.bihuan.services.causes.CauseSql.instant;
import static org.bihuan.services.causes.CauseSql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on what is linked to causes. */
@Component
class CauseLinkSql {

  private static final String COUNTS =
      """
      select cause, count(*) as n from causes.cause_link
       where district = :district and cause = any(:ids) and ended_at is null group by cause
      """;

  private static final String LINK =
      """
      insert into causes.cause_link (district, id, cause, case_id, made_by, made_at, why)
      values (:district, :id, :cause, :caseId, :by, :at, :why)
      on conflict (district, case_id) where ended_at is null do nothing
      """;

  private static final String UNLINK =
      """
      update causes.cause_link set ended_by = :by, ended_at = :at, ended_why = :why
       where district = :district and cause = :cause and case_id = :caseId and ended_at is null
      """;

  private static final String LINKS =
      """
      select * from causes.cause_link
       where district = :district and cause = :cause
       order by ended_at is not null, made_at desc, id limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  CauseLinkSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  Map<UUID, Integer> counts(Collection<UUID> ids) {
    var counts = new HashMap<UUID, Integer>();
    jdbc.sql(COUNTS)
        .param("district", district)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> counts.put(uuid(row, "cause"), row.getInt("n")))
        .list();
    return counts;
  }

  /** False if the matter is linked already. */
  boolean link(CauseLink link) {
    return jdbc.sql(LINK)
            .param("district", district)
            .param("id", link.id())
            .param("cause", link.cause())
            .param("caseId", link.matter().value())
            .param("by", link.madeBy())
            .param("at", link.madeAt().atOffset(ZoneOffset.UTC))
            .param("why", link.why())
            .update()
        == 1;
  }

  /** False if it is not linked. */
  boolean unlink(UUID cause, CaseId matter, CauseLink.End end) {
    return jdbc.sql(UNLINK)
            .param("district", district)
            .param("cause", cause)
            .param("caseId", matter.value())
            .param("by", end.by())
            .param("at", end.at().atOffset(ZoneOffset.UTC))
            .param("why", end.why())
            .update()
        == 1;
  }

  List<CauseLink> links(UUID cause, int limit) {
    return jdbc.sql(LINKS)
        .param("district", district)
        .param("cause", cause)
        .param("limit", limit)
        .query((row, n) -> link(row))
        .list();
  }

  private static CauseLink link(ResultSet row) throws SQLException {
    var ended = instant(row, "ended_at");
    return new CauseLink(
        uuid(row, "id"),
        uuid(row, "cause"),
        new CaseId(uuid(row, "case_id")),
        uuid(row, "made_by"),
        Objects.requireNonNull(instant(row, "made_at")),
        row.getString("why"),
        ended == null
            ? null
            : new CauseLink.End(uuid(row, "ended_by"), ended, row.getString("ended_why")));
  }
}
