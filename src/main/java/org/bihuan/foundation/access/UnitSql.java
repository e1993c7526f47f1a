package org.bihuan.foundation.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.shared.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on units. */
@Component
class UnitSql {

  private static final String NEWEST =
      """
      select version, digest, fallback from access.edition order by version desc limit 1
      """;

  private static final String ADD_EDITION =
      """
      insert into access.edition (version, digest, fallback, loaded_at)
      values (:version, :digest, :fallback, :at)
      on conflict (version) do nothing
      """;

  private static final String PUT_UNIT =
      """
      insert into access.unit (code, kind, name_zh, name_en, parent, area, origin, version)
      values (:code, :kind, :zh, :en, :parent, :area, :origin, :version)
      on conflict (code) do update
         set kind = excluded.kind, name_zh = excluded.name_zh, name_en = excluded.name_en,
             parent = excluded.parent, area = excluded.area, origin = excluded.origin,
             version = excluded.version
      """;

  private static final String ALL =
      """
      select code, kind, name_zh, name_en, parent, area,
             version = (select max(version) from access.edition) as current
        from access.unit
       order by code
      """;

  private final JdbcClient jdbc;

  UnitSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An edition of the file of units. */
  record Edition(int version, String digest, String fallback) {}

  /** A unit as stored; not current means no file names it any more. */
  record StoredUnit(WorkUnit unit, boolean current) {}

  Optional<Edition> newest() {
    return jdbc.sql(NEWEST)
        .query(
            (row, n) ->
                new Edition(
                    row.getInt("version"), row.getString("digest"), row.getString("fallback")))
        .optional();
  }

  /** False if another copy of the application loads the same edition at this moment. */
  boolean addEdition(Edition edition, Instant at) {
    return jdbc.sql(ADD_EDITION)
            .param("version", edition.version())
            .param("digest", edition.digest())
            .param("fallback", edition.fallback())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void put(UnitFile.Entry entry, int version) {
    int rows =
        jdbc.sql(PUT_UNIT)
            .param("code", entry.code())
            .param("kind", entry.kind())
            .param("zh", entry.zh())
            .param("en", entry.en())
            .param("parent", entry.parent())
            .param("area", entry.area())
            .param("origin", entry.origin())
            .param("version", version)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("unit " + entry.code() + " was not stored: " + rows);
    }
  }

  List<StoredUnit> all() {
    return jdbc.sql(ALL).query((row, n) -> stored(row)).list();
  }

  private static StoredUnit stored(ResultSet row) throws SQLException {
    var unit =
        new WorkUnit(
            row.getString("code"),
            WorkUnit.Kind.of(row.getString("kind")),
            new Text(row.getString("name_zh"), row.getString("name_en")),
            row.getString("parent"),
            row.getString("area"));
    return new StoredUnit(unit, row.getBoolean("current"));
  }
}
