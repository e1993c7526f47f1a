package org.bihuan.portal.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on requests that came over Open311. */
@Component
class RequestSql {

  private static final String ADD =
      """
      insert into open311.request
        (district, case_id, service, caller, media_url, opened_at, updated_at)
      values (:district, :id, :service, :caller, :media, :at, :at)
      """;

  private static final String MOVED =
      """
      update open311.request set updated_at = greatest(updated_at, :at), closed = :closed
       where district = :district and case_id = :id
      """;

  private static final String COLUMNS =
      "select case_id, service, caller, media_url, opened_at, updated_at, closed from open311.request";

  private static final String IDS =
      COLUMNS
          + """
           where district = :district and case_id = any(:ids)
           order by opened_at desc, case_id desc
          """;

  private static final String DAYS =
      COLUMNS
          + """
           where district = :district and opened_at >= :from and opened_at <= :to
             and (:every or service = any(:services)) and closed = any(:closed)
           order by opened_at desc, case_id desc limit :limit offset :skip
          """;

  private final JdbcClient jdbc;
  private final int district;

  RequestSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** One request as it is kept. */
  record Row(
      UUID id,
      String service,
      @Nullable UUID caller,
      @Nullable String media,
      Instant opened,
      Instant updated,
      boolean closed) {}

  void add(Row row) {
    int rows =
        jdbc.sql(ADD)
            .param("district", district)
            .param("id", row.id())
            .param("service", row.service())
            .param("caller", row.caller())
            .param("media", row.media())
            .param("at", row.opened().atOffset(ZoneOffset.UTC))
            .update();
    one(rows, row.id());
  }

  void moved(UUID id, Instant at, boolean closed) {
    int rows =
        jdbc.sql(MOVED)
            .param("district", district)
            .param("id", id)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("closed", closed)
            .update();
    one(rows, id);
  }

  private static void one(int rows, UUID id) {
    if (rows != 1) {
      throw new IllegalStateException("a request was not kept: " + id);
    }
  }

  List<Row> find(Collection<UUID> ids) {
    return jdbc.sql(IDS)
        .param("district", district)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> row(row))
        .list();
  }

  List<Row> list(Filter filter) {
    return jdbc.sql(DAYS)
        .param("district", district)
        .param("from", filter.from().atOffset(ZoneOffset.UTC))
        .param("to", filter.to().atOffset(ZoneOffset.UTC))
        .param("every", filter.services().isEmpty())
        .param("services", filter.services().toArray(String[]::new))
        .param("closed", filter.closed().toArray(Boolean[]::new))
        .param("limit", filter.size())
        .param("skip", (filter.page() - 1L) * filter.size())
        .query((row, n) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        Objects.requireNonNull(row.getObject("case_id", UUID.class)),
        row.getString("service"),
        row.getObject("caller", UUID.class),
        row.getString("media_url"),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getBoolean("closed"));
  }
}
