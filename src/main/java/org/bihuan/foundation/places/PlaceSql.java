package org.bihuan.foundation.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.places.PlaceFile.AreaRow;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on schema {@code places}. */
@Component
class PlaceSql {

  private static final String NEWEST =
      """
      select version, digest from places.edition order by version desc limit 1
      """;

  private static final String ADD_EDITION =
      """
      insert into places.edition (version, digest, loaded_at)
      values (:version, :digest, :at)
      on conflict (version) do nothing
      """;

  private static final String PUT_AREA =
      """
      insert into places.area
        (code, kind, name_zh, name_en, parent, officer, phone, origin, source, version)
      values (:code, :kind, :zh, :en, :parent, :officer, :phone, :origin, :source, :version)
      on conflict (code) do update
         set kind = excluded.kind, name_zh = excluded.name_zh, name_en = excluded.name_en,
             parent = excluded.parent, officer = excluded.officer, phone = excluded.phone,
             origin = excluded.origin, source = excluded.source, version = excluded.version
      """;

  private static final String ALL =
      """
      select code, kind, name_zh, name_en, parent, officer, phone,
             version = (select max(version) from places.edition) as current
        from places.area
       order by code
      """;

  private final JdbcClient jdbc;

  PlaceSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest edition loaded. */
  record Edition(int version, String digest) {}

  /** A place as stored; not current means no file names it any more. */
  record StoredArea(Area area, @Nullable String officer, @Nullable String phone, boolean current) {}

  Optional<Edition> newest() {
    return jdbc.sql(NEWEST)
        .query((row, n) -> new Edition(row.getInt("version"), row.getString("digest")))
        .optional();
  }

  /** False if another copy of the application loads the same edition at this moment. */
  boolean addEdition(Edition edition, Instant at) {
    return jdbc.sql(ADD_EDITION)
            .param("version", edition.version())
            .param("digest", edition.digest())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void put(AreaRow row, int version) {
    var entry = row.entry();
    int rows =
        jdbc.sql(PUT_AREA)
            .param("code", entry.code())
            .param("kind", row.section().kind())
            .param("zh", entry.zh())
            .param("en", entry.en())
            .param("parent", entry.parent())
            .param("officer", entry.officer())
            .param("phone", entry.phone())
            .param("origin", row.section().origin())
            .param("source", row.section().source())
            .param("version", version)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("area " + entry.code() + " was not stored: " + rows);
    }
  }

  List<StoredArea> all() {
    return jdbc.sql(ALL).query((row, n) -> stored(row)).list();
  }

  private static StoredArea stored(ResultSet row) throws SQLException {
    var area =
        new Area(
            row.getString("code"),
            Area.Kind.of(row.getString("kind")),
            new Text(row.getString("name_zh"), row.getString("name_en")),
            row.getString("parent"));
    return new StoredArea(
        area, row.getString("officer"), row.getString("phone"), row.getBoolean("current"));
  }
}
