package org.bihuan.services.stations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.District;
import org.bihuan.services.stations.Supplies.Stock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on supplies: the balance, locked while it moves, and what moved it. */
@Component
class SupplySql {

  private static final String KEEP =
      """
      insert into stations.stock (district, station, supply, balance, low_mark, position)
      values (:district, :station, :supply, 0, :low, 0)
      on conflict on constraint stock_pk do update set low_mark = excluded.low_mark
      """;

  private static final String LOCK =
      """
      select supply, balance, low_mark, position from stations.stock
       where district = :district and station = :station and supply = :supply
         for update
      """;

  private static final String MOVE =
      """
      with moved as (
        update stations.stock set balance = balance + :delta, position = position + 1
         where district = :district and station = :station and supply = :supply
           and position = :position - 1 and balance + :delta = :balance
        returning position
      )
      insert into stations.movement
        (district, station, supply, position, kind, delta, balance, people, reason, undoes, visit,
         actor, at)
      select :district, :station, :supply, position, :kind, :delta, :balance, :people::text, :reason,
             :undoes::bigint, :visit::uuid, :actor, :at
        from moved
      """;

  private static final String OF_STATION =
      """
      select supply, balance, low_mark, position from stations.stock
       where district = :district and station = :station
      """;

  private static final String LOW =
      """
      select station, supply, balance, low_mark, position from stations.stock
       where district = :district and low_mark > 0 and balance <= low_mark
      """;

  private final JdbcClient jdbc;
  private final int district;

  SupplySql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** Keeps a supply at a station, or changes its low mark. */
  void keep(UUID station, String supply, int low) {
    int rows =
        jdbc.sql(KEEP)
            .param("district", district)
            .param("station", station)
            .param("supply", supply)
            .param("low", low)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a supply was not kept: " + supply);
    }
  }

  /** The balance, held until the transaction ends; empty if the station does not keep it. */
  Optional<Stock> lock(UUID station, String supply) {
    return jdbc.sql(LOCK)
        .param("district", district)
        .param("station", station)
        .param("supply", supply)
        .query((row, n) -> stock(row))
        .optional();
  }

  /** Moves the balance and writes down why, or throws: the row was locked before. */
  void move(UUID station, Movement movement) {
    int rows =
        jdbc.sql(MOVE)
            .param("district", district)
            .param("station", station)
            .param("supply", movement.supply())
            .param("position", movement.position())
            .param("kind", movement.kind().code())
            .param("delta", movement.delta())
            .param("balance", movement.balance())
            .param("people", movement.why().people())
            .param("reason", movement.why().reason())
            .param("undoes", movement.why().undoes(), java.sql.Types.BIGINT)
            .param("visit", movement.why().visit(), java.sql.Types.OTHER)
            .param("actor", movement.by().actor())
            .param("at", movement.by().at().atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a movement was not stored: " + movement.supply());
    }
  }

  List<Stock> of(UUID station) {
    return jdbc.sql(OF_STATION)
        .param("district", district)
        .param("station", station)
        .query((row, n) -> stock(row))
        .list();
  }

  Map<UUID, List<Stock>> low() {
    return jdbc
        .sql(LOW)
        .param("district", district)
        .query((row, n) -> Map.entry(id(row, "station"), stock(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Stock stock(ResultSet row) throws SQLException {
    return new Stock(
        row.getString("supply"),
        row.getInt("balance"),
        row.getInt("low_mark"),
        row.getLong("position"));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }
}
