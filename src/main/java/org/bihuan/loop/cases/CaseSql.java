package org.bihuan.loop.cases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.CaseRows.Columns;
import org.bihuan.loop.cases.register.Lanes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The statements by which matters move: lock and read, then store, each in one round trip. */
@Component
class CaseSql {

  private static final String LOCK =
      """
      select lane, last, day, opened from cases.lane
       where district = ? and lane = any(?) order by lane for update;
      select f.*, array(select c.id from cases.case_file c
                         where c.district = f.district and c.parent = f.id
                           and c.closed_at is null) as open_children
        from cases.case_file f
       where f.district = ? and f.id = any(?) order by f.id for update of f;
      select * from cases.case_clock
       where district = ? and case_id = any(?) order by case_id, started_at, clock, run
      """;

  private static final String MOVE =
      """
      with moved as (
        update cases.case_file f
           set state = a.state, owner = a.owner, unit = a.unit, handler = a.handler,
               facts = a.facts, hands = a.hands, moments = a.moments, version = a.version,
               digest = a.digest, closed_at = a.closed_at, due_at = a.due_at
          from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::jsonb[], ?::jsonb[],
                      ?::jsonb[], ?::bigint[], ?::bigint[], ?::bytea[], ?::timestamptz[],
                      ?::timestamptz[])
               as a (id, state, owner, unit, handler, facts, hands, moments, version, was,
                     digest, closed_at, due_at)
         where f.district = ? and f.id = a.id and f.version = a.was
        returning 1
      ), turned as (
        update cases.case_clock c
           set status = a.status, extended = a.extended, stops = a.stops, due_day = a.due_day,
               due_at = a.due_at, promised_day = a.promised_day, provisional = a.provisional,
               fired_at = a.fired_at, ended_at = a.ended_at
          from unnest(?::uuid[], ?::text[], ?::smallint[], ?::text[], ?::integer[], ?::jsonb[],
                      ?::date[], ?::timestamptz[], ?::date[], ?::boolean[], ?::timestamptz[],
                      ?::timestamptz[])
               as a (case_id, clock, run, status, extended, stops, due_day, due_at, promised_day,
                     provisional, fired_at, ended_at)
         where c.district = ? and c.case_id = a.case_id and c.clock = a.clock and c.run = a.run
        returning 1
      ), counted as (
        update cases.lane l
           set last = a.last, day = a.day, opened = a.opened
          from unnest(?::smallint[], ?::bigint[], ?::date[], ?::integer[])
               as a (lane, last, day, opened)
         where l.district = ? and l.lane = a.lane
        returning 1
      )
      select (select count(*) from moved) as files, (select count(*) from turned) as clocks,
             (select count(*) from counted) as lanes,
             pg_current_xact_id()::text as transaction
      """;

  private static final String ADD_FILES =
      """
      insert into cases.case_file
        (district, id, lane, number, code, procedure, revision, item, state, owner, title, area,
         unit, handler, applicant, channel, parent, level, facts, hands, moments, version, digest,
         opened_at, closed_at, due_at)
      select ?, a.* from unnest(?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::text[],
               ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
               ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::smallint[], ?::jsonb[], ?::jsonb[],
               ?::jsonb[], ?::bigint[], ?::bytea[], ?::timestamptz[], ?::timestamptz[],
               ?::timestamptz[]) as a
      """;

  private static final String ADD_CLOCKS =
      """
      insert into cases.case_clock
        (district, case_id, clock, run, status, started_at, amount, unit, promised, extended, stops,
         due_day, due_at, promised_day, provisional, fired_at, ended_at)
      select ?, a.* from unnest(?::uuid[], ?::text[], ?::smallint[], ?::text[], ?::timestamptz[],
               ?::integer[], ?::text[], ?::text[], ?::integer[], ?::jsonb[], ?::date[],
               ?::timestamptz[], ?::date[], ?::boolean[], ?::timestamptz[], ?::timestamptz[]) as a
      """;

  private static final String ADD_ENTRIES =
      """
      insert into cases.case_entry
        (district, case_id, version, act, from_state, to_state, at, actor, role, on_behalf, note,
         data, salt, commitment, lane, position, digest)
      select ?, a.* from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[],
               ?::timestamptz[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::jsonb[], ?::bytea[],
               ?::bytea[], ?::smallint[], ?::bigint[], ?::bytea[]) as a
      """;

  private static final String ENSURE_LANES =
      """
      insert into cases.lane (district, lane, last, day, opened)
      select ?, n, 0, ?::date, 0 from generate_series(0, ? - 1) as n
      on conflict on constraint lane_pk do nothing
      """;

  private final JdbcTemplate jdbc;
  private final int district;

  CaseSql(JdbcTemplate jdbc, District district, Clock clock) {
    this.jdbc = jdbc;
    this.district = district.code();
    ensureLanes(ChinaTime.day(clock.instant()));
  }

  int district() {
    return district;
  }

  /** The counter row of a lane. */
  record Lane(int lane, long last, LocalDate day, int opened) {}

  /** What is locked for a set of acts, and by parent which children are open. */
  record Locked(
      Map<Integer, Lane> lanes, Map<UUID, CaseFile> files, Map<UUID, Set<UUID>> children) {}

  /** Makes the lanes of a new district; changes nothing where they are. */
  private void ensureLanes(LocalDate today) {
    jdbc.update(ENSURE_LANES, district, today, Lanes.COUNT);
  }

  /** Locks lanes first, in order, then files: two writers never wait for each other in a circle. */
  Locked lock(Collection<Integer> lanes, Collection<UUID> ids) {
    var laneArray = lanes.toArray();
    var idArray = ids.toArray();
    return jdbc.execute(
        LOCK,
        (PreparedStatement statement) -> {
          var connection = statement.getConnection();
          statement.setInt(1, district);
          statement.setArray(2, connection.createArrayOf("int2", laneArray));
          statement.setInt(3, district);
          statement.setArray(4, connection.createArrayOf("uuid", idArray));
          statement.setInt(5, district);
          statement.setArray(6, connection.createArrayOf("uuid", idArray));
          statement.execute();
          return locked(statement);
        });
  }

  private static Locked locked(PreparedStatement statement) throws SQLException {
    var lanes = new HashMap<Integer, Lane>();
    try (var rows = statement.getResultSet()) {
      while (rows.next()) {
        var lane = lane(rows);
        lanes.put(lane.lane(), lane);
      }
    }
    statement.getMoreResults();
    var bare = new ArrayList<CaseFile>();
    var children = new HashMap<UUID, Set<UUID>>();
    try (var rows = statement.getResultSet()) {
      while (rows.next()) {
        var file = CaseRows.file(rows);
        bare.add(file);
        var open = (UUID[]) rows.getArray("open_children").getArray();
        children.put(file.id().value(), Set.of(open));
      }
    }
    statement.getMoreResults();
    try (var rows = statement.getResultSet()) {
      return new Locked(lanes, CaseRows.join(bare, CaseRows.clocks(rows)), children);
    }
  }

  private static Lane lane(ResultSet rows) throws SQLException {
    return new Lane(
        rows.getInt("lane"),
        rows.getLong("last"),
        rows.getObject("day", LocalDate.class),
        rows.getInt("opened"));
  }

  /**
   * Stores a round; throws {@link LostRace} if a row was not as it was read.
   *
   * @return the database's id of the transaction
   */
  String store(Round round) {
    var columns = new Columns();
    round.fileColumns(columns, district);
    round.clockColumns(columns, district);
    round.laneColumns(columns, district);
    var sql = new StringBuilder(MOVE);
    if (!round.opened().isEmpty()) {
      sql.append(';').append(ADD_FILES);
      round.openedColumns(columns.leading(district));
    }
    if (!round.begun().isEmpty()) {
      sql.append(';').append(ADD_CLOCKS);
      round.begunColumns(columns.leading(district));
    }
    sql.append(';').append(ADD_ENTRIES);
    round.entryColumns(columns.leading(district));
    return jdbc.execute(
        sql.toString(),
        (PreparedStatement statement) -> {
          columns.bind(statement);
          statement.execute();
          return checked(statement, round);
        });
  }

  private static String checked(PreparedStatement statement, Round round) throws SQLException {
    String transaction;
    try (var rows = statement.getResultSet()) {
      rows.next();
      expect(rows.getInt("files"), round.moved().size());
      expect(rows.getInt("clocks"), round.turned().size());
      expect(rows.getInt("lanes"), round.lanes().size());
      transaction = rows.getString("transaction");
    }
    for (var expected : round.addedRows()) {
      statement.getMoreResults();
      expect(statement.getUpdateCount(), expected);
    }
    return transaction;
  }

  private static void expect(int rows, int wanted) {
    if (rows != wanted) {
      throw new LostRace(rows, wanted);
    }
  }

  /** A row changed although it was locked: the database was changed behind the application. */
  static final class LostRace extends IllegalStateException {
    private static final long serialVersionUID = 1;

    LostRace(int rows, int wanted) {
      super("stored " + rows + " rows of " + wanted);
    }
  }
}
