package org.bihuan.services.stations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.District;
import org.bihuan.services.stations.Station.Condition;
import org.bihuan.services.stations.Station.Facility;
import org.bihuan.services.stations.Stations.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on what stations have, and on the log of what was changed. */
@Component
class FacilitySql {

  private static final String FACILITIES =
      """
      select station, facility, condition, since from stations.facility
       where district = :district and (:station::uuid is null or station = :station)
      """;

  private static final String HAS =
      """
      insert into stations.facility (district, station, facility, condition, since)
      select :district, :station, f, 'working', :at from unnest(:facilities::text[]) as f
      on conflict on constraint facility_pk do nothing
      """;

  private static final String HAS_NOT =
      """
      delete from stations.facility
       where district = :district and station = :station and facility <> all (:facilities::text[])
      """;

  private static final String MARK =
      """
      update stations.facility set condition = :condition, since = :at
       where district = :district and station = :station and facility = :facility
         and condition <> :condition
      """;

  private static final String LOG =
      """
      insert into stations.change (district, id, station, at, actor, what, detail)
      values (:district, :id, :station, :at, :actor, :what, :detail)
      """;

  private static final String LOGGED =
      """
      select at, actor, what, detail from stations.change
       where district = :district and station = :station order by at desc, id desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  FacilitySql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** From now on the station has these and no others. */
  void are(UUID station, List<String> facilities, Instant at) {
    jdbc.sql(HAS_NOT)
        .param("district", district)
        .param("station", station)
        .param("facilities", facilities.toArray(String[]::new))
        .update();
    jdbc.sql(HAS)
        .param("district", district)
        .param("station", station)
        .param("facilities", facilities.toArray(String[]::new))
        .param("at", utc(at))
        .update();
  }

  /** False if it is so already, or if the station has no such thing. */
  boolean mark(UUID station, String facility, Condition condition, Instant at) {
    return jdbc.sql(MARK)
            .param("district", district)
            .param("station", station)
            .param("facility", facility)
            .param("condition", condition.code())
            .param("at", utc(at))
            .update()
        == 1;
  }

  void log(UUID id, UUID station, Change change) {
    int rows =
        jdbc.sql(LOG)
            .param("district", district)
            .param("id", id)
            .param("station", station)
            .param("at", utc(change.at()))
            .param("actor", change.actor())
            .param("what", change.what())
            .param("detail", change.detail())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a change was not written down: " + station);
    }
  }

  List<Change> logged(UUID station, int limit) {
    return jdbc.sql(LOGGED)
        .param("district", district)
        .param("station", station)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Change(
                    at(row, "at"),
                    id(row, "actor"),
                    row.getString("what"),
                    row.getString("detail")))
        .list();
  }

  /** What each station has; all stations where none is named. */
  Map<UUID, List<Facility>> of(@Nullable UUID station) {
    return jdbc
        .sql(FACILITIES)
        .param("district", district)
        .param("station", station, java.sql.Types.OTHER)
        .query(
            (row, n) ->
                Map.entry(
                    id(row, "station"),
                    new Facility(
                        row.getString("facility"),
                        Condition.of(row.getString("condition")),
                        at(row, "since"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
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
