package org.bihuan.services.stations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that read what moved supplies. */
@Component
class MovementSql {

  private static final String MOVEMENTS =
      """
      select supply, position, kind, delta, balance, people, reason, undoes, visit, actor, at
        from stations.movement where district = :district and station = :station
      """;

  private static final String LATEST =
      MOVEMENTS + " order by at desc, supply, position desc limit :limit";

  private static final String ONE = MOVEMENTS + " and supply = :supply and position = :position";

  private static final String UNDONE =
      """
      select exists (select 1 from stations.movement
                      where district = :district and station = :station and supply = :supply
                        and undoes = :position)
      """;

  private final JdbcClient jdbc;
  private final int district;

  MovementSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  List<Movement> latest(UUID station, int limit) {
    return jdbc.sql(LATEST)
        .param("district", district)
        .param("station", station)
        .param("limit", limit)
        .query((row, n) -> movement(row))
        .list();
  }

  Optional<Movement> find(UUID station, String supply, long position) {
    return jdbc.sql(ONE)
        .param("district", district)
        .param("station", station)
        .param("supply", supply)
        .param("position", position)
        .query((row, n) -> movement(row))
        .optional();
  }

  boolean undone(UUID station, String supply, long position) {
    return jdbc.sql(UNDONE)
        .param("district", district)
        .param("station", station)
        .param("supply", supply)
        .param("position", position)
        .query(Boolean.class)
        .single();
  }

  private static Movement movement(ResultSet row) throws SQLException {
    return new Movement(
        row.getString("supply"),
        row.getLong("position"),
        Movement.Kind.find(row.getString("kind")).orElseThrow(),
        row.getInt("delta"),
        row.getInt("balance"),
        new Movement.Why(
            row.getString("people"),
            row.getString("reason"),
            row.getObject("undoes", Long.class),
            row.getObject("visit", UUID.class)),
        new Movement.By(
            id(row, "actor"),
            Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant()));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }
}
