package org.bihuan.services.causes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on causes. */
@Component
class CauseSql {

  private static final String ADD =
      """
      insert into causes.cause
        (district, id, title, description, items, area, unit, rectification, made_by, made_at)
      values (:district, :id, :title, :description, :items, :area, :unit, :rectification, :by, :at)
      """;

  private static final String FIND =
      "select * from causes.cause where district = :district and id = :id";

  private static final String ALL =
      """
      select * from causes.cause
       where district = :district and id < :after order by id desc limit :limit
      """;

  private static final String OF =
      """
      select c.* from causes.cause_link l
        join causes.cause c on c.district = l.district and c.id = l.cause
       where l.district = :district and l.case_id = :caseId and l.ended_at is null
      """;

  private static final String BEHIND =
      """
      select * from causes.cause where district = :district and rectification = :caseId
      """;

  private final JdbcClient jdbc;
  private final int district;

  CauseSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void add(Cause cause) {
    int rows =
        jdbc.sql(ADD)
            .param("district", district)
            .param("id", cause.id())
            .param("title", cause.title())
            .param("description", cause.description())
            .param("items", cause.items().toArray(String[]::new))
            .param("area", cause.area())
            .param("unit", cause.unit())
            .param("rectification", cause.rectification().value())
            .param("by", cause.madeBy())
            .param("at", cause.madeAt().atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a root cause was not kept");
    }
  }

  Optional<Cause> find(UUID id) {
    return jdbc.sql(FIND)
        .param("district", district)
        .param("id", id)
        .query((row, n) -> cause(row))
        .optional();
  }

  List<Cause> all(UUID after, int limit) {
    return jdbc.sql(ALL)
        .param("district", district)
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> cause(row))
        .list();
  }

  /** The cause a matter comes of, or is the rectification of. */
  Optional<Cause> of(CaseId matter) {
    for (var sql : List.of(OF, BEHIND)) {
      var found =
          jdbc.sql(sql)
              .param("district", district)
              .param("caseId", matter.value())
              .query((row, n) -> cause(row))
              .optional();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Cause cause(ResultSet row) throws SQLException {
    return new Cause(
        uuid(row, "id"),
        row.getString("title"),
        row.getString("description"),
        List.of((String[]) row.getArray("items").getArray()),
        row.getString("area"),
        row.getString("unit"),
        new CaseId(uuid(row, "rectification")),
        uuid(row, "made_by"),
        Objects.requireNonNull(instant(row, "made_at")));
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
