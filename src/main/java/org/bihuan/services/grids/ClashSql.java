package org.bihuan.services.grids;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on edits that met another's. */
@Component
class ClashSql {

  private static final String ADD =
      """
      insert into grids.clash (district, id, record_id, base, by, at, content)
      values (:district, :id, :record, :base, :by, :at, :content)
      """;

  private static final String FIND =
      """
      select id, record_id, base, by, at, content from grids.clash
       where district = :district and id = :id and settled_at is null
      """;

  private static final String OPEN =
      """
      select id from grids.clash
       where district = :district and record_id = :record and settled_at is null order by id
      """;

  private static final String SETTLE =
      """
      update grids.clash set settled_at = :at, settled_by = :by
       where district = :district and id = :id and settled_at is null
      """;

  private final JdbcClient jdbc;
  private final ContentSql contents;
  private final int district;

  ClashSql(JdbcClient jdbc, ContentSql contents, District district) {
    this.jdbc = jdbc;
    this.contents = contents;
    this.district = district.code();
  }

  /** An edit over an old version of a record. */
  record Clash(UUID id, UUID record, long base, UUID by, Instant at, Map<String, String> fields) {}

  void add(Clash clash) {
    contents.add(clash.id(), clash.fields());
    int rows =
        jdbc.sql(ADD)
            .param("district", district)
            .param("id", clash.id())
            .param("record", clash.record())
            .param("base", clash.base())
            .param("by", clash.by())
            .param("at", clash.at().atOffset(ZoneOffset.UTC))
            .param("content", clash.id())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("an edit was not kept: " + clash.id());
    }
  }

  /** Empty if there is none that waits. */
  Optional<Clash> find(UUID id) {
    return jdbc.sql(FIND)
        .param("district", district)
        .param("id", id)
        .query((row, n) -> clash(row))
        .optional();
  }

  List<UUID> open(UUID record) {
    return jdbc.sql(OPEN)
        .param("district", district)
        .param("record", record)
        .query((row, n) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
        .list();
  }

  void settle(UUID id, UUID by, Instant at) {
    int rows =
        jdbc.sql(SETTLE)
            .param("district", district)
            .param("id", id)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a clash was settled meanwhile: " + id);
    }
  }

  private Clash clash(ResultSet row) throws SQLException {
    return new Clash(
        id(row, "id"),
        id(row, "record_id"),
        row.getLong("base"),
        id(row, "by"),
        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
        contents.read(id(row, "content")));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }
}
