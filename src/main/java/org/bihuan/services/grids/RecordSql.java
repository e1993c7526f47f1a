package org.bihuan.services.grids;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.services.grids.MatterList.Kind;
import org.bihuan.services.grids.RecordFile.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on records and their versions. */
@Component
class RecordSql {

  private static final String ADD =
      """
      insert into grids.record
        (district, id, grid, kind, matter, state, again, case_id, worker, at, taken_at, version, content)
      values (:district, :id, :grid, :kind, :matter, :state, :again, :case, :worker, :at, :taken, 1, :content)
      """;

  private static final String MOVE =
      """
      update grids.record
         set state = :state, again = :again, version = :version, content = :content
       where district = :district and id = :id and version = :version - 1
      """;

  private static final String ADD_VERSION =
      """
      insert into grids.record_version (district, record_id, version, by, at, content)
      values (:district, :id, :version, :by, :at, :content)
      """;

  private static final String READ =
      """
      select r.id, r.grid, r.kind, r.matter, r.state, r.case_id, r.worker, r.at, r.version,
             r.content, c.sealed
        from grids.record r
        join grids.content c on c.district = r.district and c.id = r.content
       where r.district = :district
      """;

  private static final String ONE = READ + " and r.id = :id";

  private static final String LOCKED = ONE + " for update of r";

  private static final String DUE =
      READ
          + " and r.grid = any(:grids) and r.state = 'open' and r.again <= :until"
          + " order by r.again, r.id limit :limit";

  private static final String LATEST =
      READ + " and r.grid = any(:grids) order by r.at desc, r.id desc limit :limit";

  private static final String PASSED =
      READ
          + " and r.worker = :worker and r.case_id is not null and r.at >= :since"
          + " order by r.at desc, r.id desc limit :limit";

  private static final String VERSION_CONTENT =
      """
      select content from grids.record_version
       where district = :district and record_id = :id and version = :version
      """;

  private static final String VERSIONS =
      """
      select version, by, at from grids.record_version
       where district = :district and record_id = :id order by version
      """;

  private final JdbcClient jdbc;
  private final ContentSql contents;
  private final int district;

  RecordSql(JdbcClient jdbc, ContentSql contents, District district) {
    this.jdbc = jdbc;
    this.contents = contents;
    this.district = district.code();
  }

  /** Who wrote which version when. */
  record Version(long version, UUID by, Instant at) {}

  void add(RecordFile file, UUID content, Instant taken) {
    contents.add(content, file.fields());
    int rows =
        jdbc.sql(ADD)
            .param("district", district)
            .param("id", file.id())
            .param("grid", file.grid())
            .param("kind", file.kind().code())
            .param("matter", file.matter())
            .param("state", file.state().code())
            .param("again", file.again())
            .param("case", file.caseId())
            .param("worker", file.worker())
            .param("at", file.at().atOffset(ZoneOffset.UTC))
            .param("taken", taken.atOffset(ZoneOffset.UTC))
            .param("content", content)
            .update();
    counted(rows, file);
    addVersion(file, content, file.worker(), taken);
  }

  void move(RecordFile next, UUID content, UUID by, Instant at) {
    contents.add(content, next.fields());
    int rows =
        jdbc.sql(MOVE)
            .param("district", district)
            .param("id", next.id())
            .param("state", next.state().code())
            .param("again", next.again())
            .param("version", next.version())
            .param("content", content)
            .update();
    counted(rows, next);
    addVersion(next, content, by, at);
  }

  private void addVersion(RecordFile file, UUID content, UUID by, Instant at) {
    int rows =
        jdbc.sql(ADD_VERSION)
            .param("district", district)
            .param("id", file.id())
            .param("version", file.version())
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("content", content)
            .update();
    counted(rows, file);
  }

  private static void counted(int rows, RecordFile file) {
    if (rows != 1) {
      throw new IllegalStateException("record " + file.id() + " was not stored");
    }
  }

  Optional<RecordFile> find(UUID id) {
    return jdbc.sql(ONE)
        .param("district", district)
        .param("id", id)
        .query((row, n) -> file(row))
        .optional();
  }

  /** The same, nobody else's until the transaction ends. */
  Optional<RecordFile> lock(UUID id) {
    return jdbc.sql(LOCKED)
        .param("district", district)
        .param("id", id)
        .query((row, n) -> file(row))
        .optional();
  }

  /** What a record said at a version. */
  Optional<Map<String, String>> said(UUID id, long version) {
    return jdbc.sql(VERSION_CONTENT)
        .param("district", district)
        .param("id", id)
        .param("version", version)
        .query(UUID.class)
        .optional()
        .map(contents::read);
  }

  List<Version> versions(UUID id) {
    return jdbc.sql(VERSIONS)
        .param("district", district)
        .param("id", id)
        .query(
            (row, n) ->
                new Version(
                    row.getLong("version"),
                    Objects.requireNonNull(row.getObject("by", UUID.class)),
                    instant(row)))
        .list();
  }

  /** Where somebody has to come again until a day, the earliest first. */
  List<RecordFile> due(Collection<String> grids, LocalDate until, int limit) {
    return jdbc.sql(DUE)
        .param("district", district)
        .param("grids", grids.toArray(String[]::new))
        .param("until", until)
        .param("limit", limit)
        .query((row, n) -> file(row))
        .list();
  }

  List<RecordFile> latest(Collection<String> grids, int limit) {
    return jdbc.sql(LATEST)
        .param("district", district)
        .param("grids", grids.toArray(String[]::new))
        .param("limit", limit)
        .query((row, n) -> file(row))
        .list();
  }

  /** What somebody opened a matter for since a moment, the latest first. */
  List<RecordFile> passed(UUID worker, Instant since, int limit) {
    return jdbc.sql(PASSED)
        .param("district", district)
        .param("worker", worker)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, n) -> file(row))
        .list();
  }

  private RecordFile file(ResultSet row) throws SQLException {
    return new RecordFile(
        id(row, "id"),
        row.getString("grid"),
        Kind.of(row.getString("kind")).orElseThrow(),
        row.getString("matter"),
        State.of(row.getString("state")),
        nullable(row),
        id(row, "worker"),
        instant(row),
        row.getLong("version"),
        contents.open(id(row, "content"), row.getBytes("sealed")));
  }

  private static @Nullable UUID nullable(ResultSet row) throws SQLException {
    return row.getObject("case_id", UUID.class);
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant();
  }
}
