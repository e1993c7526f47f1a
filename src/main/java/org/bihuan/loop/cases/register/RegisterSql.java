package org.bihuan.loop.cases.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The statements of the register: sealed, and walked from end to end. */
@Component
class RegisterSql {

  private static final String LAST_SEAL =
      """
      select * from cases.seal where district = ? and lane = ? order by size desc limit 1
      """;

  private static final String SEALS =
      "select * from cases.seal where district = ? and lane = ? order by size";

  private static final String ADD_SEAL =
      """
      insert into cases.seal (district, lane, size, root, frontier, at, key, signature)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FILES =
      "select * from cases.case_file where district = ? and id = any(?) order by id";

  private static final String CLOCKS =
      """
      select * from cases.case_clock
       where district = ? and case_id = any(?) order by case_id, started_at, clock, run
      """;

  private static final String SILENT_FILES =
      """
      select * from cases.case_file f
       where f.district = ?
         and not exists (select 1 from cases.case_entry e
                          where e.district = f.district and e.case_id = f.id)
       order by number
      """;

  private static final String ALL_ENTRIES =
      "select * from cases.case_entry where district = ? order by case_id, version";

  private static final String LANE_DIGESTS =
      """
      select position, digest from cases.case_entry
       where district = ? and lane = ? order by position
      """;

  private static final String LANES =
      """
      select lane from cases.lane where district = ? union
      select lane from cases.seal where district = ?
      """;

  private static final String LANE_LAST =
      "select last from cases.lane where district = ? and lane = ?";

  private final JdbcTemplate jdbc;
  private final int district;

  RegisterSql(JdbcTemplate jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  int district() {
    return district;
  }

  Optional<Seal> lastSeal(int lane) {
    return jdbc.query(LAST_SEAL, (row, n) -> seal(row), district, lane).stream().findFirst();
  }

  List<Seal> seals(int lane) {
    return jdbc.query(SEALS, (row, n) -> seal(row), district, lane);
  }

  void add(Seal seal) {
    int rows =
        jdbc.update(
            ADD_SEAL,
            district,
            seal.lane(),
            seal.size(),
            seal.root(),
            seal.frontier(),
            seal.at().atOffset(ZoneOffset.UTC),
            seal.key(),
            seal.signature());
    if (rows != 1) {
      throw new IllegalStateException("a checkpoint was not stored");
    }
  }

  private static Seal seal(ResultSet row) throws SQLException {
    Instant at = RegisterRows.instant(row, "at");
    return new Seal(
        row.getInt("lane"),
        row.getLong("size"),
        row.getBytes("root"),
        row.getBytes("frontier"),
        at,
        row.getBytes("key"),
        row.getBytes("signature"));
  }

  /** The lanes there are, and any other that a counter or checkpoint names. */
  SortedSet<Integer> lanes() {
    var lanes = new TreeSet<>(jdbc.queryForList(LANES, Integer.class, district, district));
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      lanes.add(lane);
    }
    return lanes;
  }

  long lastPosition(int lane) {
    return jdbc.query(LANE_LAST, (row, n) -> row.getLong("last"), district, lane).stream()
        .findFirst()
        .orElse(0L);
  }

  void laneDigests(int lane, BiConsumer<Long, byte[]> each) {
    streaming(
        LANE_DIGESTS,
        row -> each.accept(row.getLong("position"), row.getBytes("digest")),
        district,
        lane);
  }

  /** Files with their clocks as JSON, by id. */
  Map<UUID, ObjectNode> files(Collection<UUID> ids) {
    var array = ids.toArray(UUID[]::new);
    var files = new LinkedHashMap<UUID, ObjectNode>();
    RowCallbackHandler file = row -> files.put(RegisterRows.id(row, "id"), RegisterRows.file(row));
    jdbc.query(FILES, file, district, array);
    RowCallbackHandler clock =
        row -> {
          var owner = files.get(RegisterRows.id(row, "case_id"));
          if (owner != null) {
            owner.withArrayProperty("clocks").add(RegisterRows.clock(row));
          }
        };
    jdbc.query(CLOCKS, clock, district, array);
    return files;
  }

  /** Files that have no entry at all. */
  List<ObjectNode> silentFiles() {
    return jdbc.query(SILENT_FILES, (row, n) -> RegisterRows.file(row), district);
  }

  void entries(Consumer<Written> each) {
    streaming(ALL_ENTRIES, row -> each.accept(RegisterRows.written(row)), district);
  }

  private void streaming(String sql, RowCallbackHandler handler, Object... args) {
    var cursor = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
    cursor.setFetchSize(2000);
    cursor.query(sql, handler, args);
  }
}
