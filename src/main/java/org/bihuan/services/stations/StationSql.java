package org.bihuan.services.stations;

import java.sql.Array;
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
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.stations.Station.Facility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on stations themselves. */
@Component
class StationSql {

  private static final String ADD =
      """
      insert into stations.station
        (district, id, code, name_zh, name_en, kind, area, address_zh, address_en, way_zh, way_en,
         lat, lng, phone, unit, week, special, state, state_at, version)
      values (:district, :id, :code, :nameZh, :nameEn, :kind, :area, :addressZh, :addressEn,
              :wayZh, :wayEn, :lat, :lng, :phone, :unit, :week, :special, 'open', :at, 1)
      on conflict on constraint station_code_unique do nothing
      """;

  private static final String STORE =
      """
      update stations.station
         set name_zh = :nameZh, name_en = :nameEn, kind = :kind, area = :area,
             address_zh = :addressZh, address_en = :addressEn, way_zh = :wayZh, way_en = :wayEn,
             lat = :lat, lng = :lng, phone = :phone, unit = :unit, week = :week,
             special = :special, version = version + 1
       where district = :district and id = :id and version = :version
      """;

  private static final String SAY =
      """
      update stations.station
         set state = :state, state_until = :until, reason_zh = :zh, reason_en = :en,
             state_at = :at, version = version + 1
       where district = :district and id = :id and version = :version
      """;

  private static final String READ =
      """
      select id, code, name_zh, name_en, kind, area, address_zh, address_en, way_zh, way_en, lat,
             lng, phone, unit, week, special, state, state_until, reason_zh, reason_en, state_at,
             version
        from stations.station where district = :district
      """;

  private static final String ALL = READ + " order by code";

  private static final String ONE = READ + " and code = :code";

  private final JdbcClient jdbc;
  private final int district;
  private final FacilitySql facilities;

  StationSql(JdbcClient jdbc, District district, FacilitySql facilities) {
    this.facilities = facilities;
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** False if there is one with this code. */
  boolean add(UUID id, String code, StationRules.Draft draft, Instant at) {
    boolean added =
        filled(jdbc.sql(ADD).param("code", code).param("at", utc(at)), id, draft).update() == 1;
    if (added) {
      facilities.are(id, draft.facilities(), at);
    }
    return added;
  }

  /** False if somebody changed it meanwhile. */
  boolean store(Station station, StationRules.Draft draft, Instant at) {
    var statement = jdbc.sql(STORE).param("version", station.version());
    boolean stored = filled(statement, station.id(), draft).update() == 1;
    if (stored) {
      facilities.are(station.id(), draft.facilities(), at);
    }
    return stored;
  }

  private JdbcClient.StatementSpec filled(
      JdbcClient.StatementSpec statement, UUID id, StationRules.Draft draft) {
    var place = draft.place();
    return statement
        .param("district", district)
        .param("id", id)
        .param("nameZh", draft.name().zh())
        .param("nameEn", draft.name().en())
        .param("kind", draft.kind())
        .param("area", place.area())
        .param("addressZh", place.address().zh())
        .param("addressEn", place.address().en())
        .param("wayZh", place.way().zh())
        .param("wayEn", place.way().en())
        .param("lat", place.point().lat())
        .param("lng", place.point().lng())
        .param("phone", draft.phone())
        .param("unit", draft.unit())
        .param("week", draft.hours().weekText().toArray(String[]::new))
        .param("special", draft.hours().specialText().toArray(String[]::new));
  }

  /** False if somebody changed the station meanwhile. */
  boolean say(Station station, Station.Live live) {
    var until = live.until();
    var reason = live.reason();
    return jdbc.sql(SAY)
            .param("district", district)
            .param("id", station.id())
            .param("version", station.version())
            .param("state", live.state().code())
            .param(
                "until", until == null ? null : utc(until), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .param("zh", reason == null ? null : reason.zh())
            .param("en", reason == null ? null : reason.en())
            .param("at", utc(live.since()))
            .update()
        == 1;
  }

  List<Station> all() {
    var all = facilities.of(null);
    return jdbc.sql(ALL).param("district", district).query((row, n) -> station(row, all)).list();
  }

  Optional<Station> find(String code) {
    return jdbc.sql(ONE)
        .param("district", district)
        .param("code", code)
        .query((row, n) -> station(row, facilities.of(id(row, "id"))))
        .optional();
  }

  private static Station station(ResultSet row, Map<UUID, List<Facility>> facilities)
      throws SQLException {
    var id = id(row, "id");
    var place =
        new Station.Place(
            row.getString("area"),
            text(row, "address"),
            text(row, "way"),
            new Point(row.getDouble("lat"), row.getDouble("lng")));
    return new Station(
        id,
        row.getString("code"),
        text(row, "name"),
        row.getString("kind"),
        place,
        OpeningHours.stored(list(row.getArray("week")), list(row.getArray("special"))),
        row.getString("phone"),
        row.getString("unit"),
        live(row),
        facilities.getOrDefault(id, List.of()),
        row.getLong("version"));
  }

  private static Station.Live live(ResultSet row) throws SQLException {
    var until = row.getObject("state_until", OffsetDateTime.class);
    return new Station.Live(
        Station.State.of(row.getString("state")),
        until == null ? null : until.toInstant(),
        row.getString("reason_zh") == null ? null : text(row, "reason"),
        at(row, "state_at"));
  }

  private static Text text(ResultSet row, String column) throws SQLException {
    return new Text(row.getString(column + "_zh"), row.getString(column + "_en"));
  }

  private static List<String> list(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
