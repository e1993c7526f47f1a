package org.bihuan.foundation.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.people.FieldSeal;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on files of matters. */
@Component
class EvidenceSql implements FieldSeal.Column {

  /** What time and place of a photo are bound to, beside their file. */
  static final String SEALED = "evidence-origin";

  private static final String ADD =
      """
      insert into evidence.stored_file
        (district, case_id, id, kind, name, bytes, digest, thumbnail, origin, given_by, by_staff, given_at)
      values
        (:district, :caseId, :id, :kind, :name, :bytes, :digest, :thumbnail, :origin, :by, :staff, :at)
      """;

  private static final String COLUMNS =
      """
      select case_id, id, kind, name, bytes, digest, thumbnail, origin is not null as located,
             given_by, by_staff, given_at
        from evidence.stored_file
      """;

  private static final String OF_CASE =
      COLUMNS + " where district = :district and case_id = :caseId order by given_at, id";

  private static final String ONE =
      COLUMNS + " where district = :district and case_id = :caseId and id = :id";

  private static final String SAME =
      COLUMNS + " where district = :district and case_id = :caseId and digest = :digest";

  private static final String ORIGIN =
      """
      select origin from evidence.stored_file
       where district = :district and case_id = :caseId and id = :id and origin is not null
      """;

  private static final String CLAIM =
      """
      insert into evidence.used as u (district, whose, period, files, bytes)
      values (:district, :whose, :period, 1, :bytes)
      on conflict on constraint used_pk do update
         set files = u.files + 1, bytes = u.bytes + excluded.bytes
       where u.files < :files and u.bytes + excluded.bytes <= :most
      """;

  private static final String USED =
      """
      select coalesce(max(files), 0) from evidence.used
       where district = :district and whose = :whose and period = :period
      """;

  private static final String SEEN =
      """
      insert into evidence.seen (district, id, case_id, file_id, actor, role, part, at)
      values (:district, :id, :caseId, :file, :actor, :role, :part, :at)
      """;

  private static final String FORGET =
      """
      delete from evidence.stored_file
       where district = :district and case_id = any(:ids::uuid[]) and not by_staff
      """;

  private static final String NAMED =
      """
      select digest from evidence.stored_file where digest = any(:digests)
       union
      select thumbnail from evidence.stored_file where thumbnail = any(:digests)
      """;

  private static final String AFTER =
      """
      select id, origin from evidence.stored_file
       where district = :district and id > :row and origin is not null order by id limit :limit
      """;

  private static final String REPLACE =
      """
      update evidence.stored_file set origin = :fresh
       where district = :district and id = :row and origin = :old
      """;

  private static final String CLOSED_WITH =
      """
      select count(*) from evidence.stored_file
       where district = :district and get_byte(origin, 0) = :key
      """;

  private final JdbcClient jdbc;
  private final int district;

  EvidenceSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /**
   * A share of what may be given.
   *
   * @param whose the matter, the person, or zero for the district
   * @param period a day, or all
   * @param files how many it may be
   * @param bytes how much it may be
   */
  record Share(UUID whose, String period, int files, long bytes) {}

  void add(StoredFile file, byte @Nullable [] origin) {
    one(
        jdbc.sql(ADD)
            .param("district", district)
            .param("caseId", file.caseId())
            .param("id", file.id())
            .param("kind", file.kind().code())
            .param("name", file.name())
            .param("bytes", file.bytes())
            .param("digest", file.kept().digest())
            .param("thumbnail", file.kept().thumbnail())
            .param("origin", origin)
            .param("by", file.given().by())
            .param("staff", file.given().byStaff())
            .param("at", file.given().at().atOffset(ZoneOffset.UTC))
            .update());
  }

  /** False if the share is used up. */
  boolean claim(Share share, long bytes) {
    return jdbc.sql(CLAIM)
            .param("district", district)
            .param("whose", share.whose())
            .param("period", share.period())
            .param("bytes", bytes)
            .param("files", share.files())
            .param("most", share.bytes())
            .update()
        == 1;
  }

  int used(Share share) {
    return jdbc.sql(USED)
        .param("district", district)
        .param("whose", share.whose())
        .param("period", share.period())
        .query(Integer.class)
        .single();
  }

  int forget(Collection<UUID> cases) {
    return jdbc.sql(FORGET)
        .param("district", district)
        .param("ids", cases.toArray(UUID[]::new))
        .update();
  }

  List<StoredFile> ofCase(UUID caseId) {
    return jdbc.sql(OF_CASE)
        .param("district", district)
        .param("caseId", caseId)
        .query((row, n) -> file(row))
        .list();
  }

  Optional<StoredFile> find(UUID caseId, UUID id) {
    return jdbc.sql(ONE)
        .param("district", district)
        .param("caseId", caseId)
        .param("id", id)
        .query((row, n) -> file(row))
        .optional();
  }

  Optional<StoredFile> same(UUID caseId, String digest) {
    return jdbc.sql(SAME)
        .param("district", district)
        .param("caseId", caseId)
        .param("digest", digest)
        .query((row, n) -> file(row))
        .optional();
  }

  Optional<byte[]> origin(UUID caseId, UUID id) {
    return jdbc.sql(ORIGIN)
        .param("district", district)
        .param("caseId", caseId)
        .param("id", id)
        .query((row, n) -> row.getBytes("origin"))
        .optional();
  }

  void seen(UUID id, StoredFile file, Evidence.Seeing seeing, Instant at) {
    one(
        jdbc.sql(SEEN)
            .param("district", district)
            .param("id", id)
            .param("caseId", file.caseId())
            .param("file", file.id())
            .param("actor", seeing.actor())
            .param("role", seeing.role())
            .param("part", seeing.part().code())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update());
  }

  /** Those of these contents that some matter still has. */
  Set<String> named(Collection<String> digests) {
    return Set.copyOf(
        jdbc.sql(NAMED)
            .param("digests", digests.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private static StoredFile file(ResultSet row) throws SQLException {
    return new StoredFile(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        FileKind.of(row.getString("kind")),
        row.getString("name"),
        row.getLong("bytes"),
        new StoredFile.Given(
            row.getObject("given_by", UUID.class),
            row.getBoolean("by_staff"),
            row.getObject("given_at", OffsetDateTime.class).toInstant()),
        new StoredFile.Content(
            row.getString("digest"), row.getString("thumbnail"), row.getBoolean("located")));
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }

  @Override
  public String name() {
    return SEALED;
  }

  @Override
  public List<Closed> after(UUID row, int limit) {
    return jdbc.sql(AFTER)
        .param("district", district)
        .param("row", row)
        .param("limit", limit)
        .query((r, n) -> new Closed(r.getObject("id", UUID.class), r.getBytes("origin")))
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
