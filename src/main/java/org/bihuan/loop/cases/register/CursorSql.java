package org.bihuan.loop.cases.register;

import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The statements on how far each reader of the register has come in each lane. */
@Component
class CursorSql {

  private static final String BEHIND =
      """
      select l.lane
        from cases.lane l
        left join cases.follower c on c.district = l.district and c.name = ? and c.lane = l.lane
       where l.district = ? and l.last > coalesce(c.position, 0)
       order by l.lane
      """;

  private static final String ENSURE =
      """
      insert into cases.follower (district, name, lane, position) values (?, ?, ?, 0)
      on conflict on constraint follower_pk do nothing
      """;

  private static final String LOCK =
      """
      select position from cases.follower
       where district = ? and name = ? and lane = ? for update skip locked
      """;

  private static final String AFTER =
      """
      select * from cases.case_entry
       where district = ? and lane = ? and position > ? order by position limit ?
      """;

  private static final String ADVANCE =
      """
      update cases.follower set position = ?
       where district = ? and name = ? and lane = ? and position = ?
      """;

  private static final String UNREAD =
      """
      select coalesce(sum(l.last - coalesce(c.position, 0)), 0)
        from cases.lane l
        left join cases.follower c on c.district = l.district and c.name = ? and c.lane = l.lane
       where l.district = ?
      """;

  private static final String REWIND =
      "update cases.follower set position = 0 where district = ? and name = ?";

  private final JdbcTemplate jdbc;
  private final int district;

  CursorSql(JdbcTemplate jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /**
   * What a reader has not seen of a lane.
   *
   * @param reader whose cursor is locked
   * @param lane which lane
   * @param from the last position seen
   * @param entries those after it, in order, at least one
   */
  record Unread(String reader, int lane, long from, List<Written> entries) {

    private long last() {
      return entries.getLast().entry().place().position();
    }
  }

  /**
   * The lanes in which a reader has something to read; asked often, so that nothing else need be.
   */
  List<Integer> behind(String reader) {
    return jdbc.query(BEHIND, (row, n) -> row.getInt("lane"), reader, district);
  }

  /**
   * The next entries for a reader, its cursor locked for the rest of the transaction; empty if
   * there are none, or while another process is at it.
   */
  Optional<Unread> next(String reader, int lane, int limit) {
    jdbc.update(ENSURE, district, reader, lane);
    return jdbc.query(LOCK, (row, n) -> row.getLong("position"), district, reader, lane).stream()
        .map(from -> new Unread(reader, lane, from, after(lane, from, limit)))
        .filter(unread -> !unread.entries().isEmpty())
        .findFirst();
  }

  private List<Written> after(int lane, long position, int limit) {
    return jdbc.query(
        AFTER, (row, n) -> RegisterRows.written(row), district, lane, position, limit);
  }

  /** How many entries a reader has not seen. */
  long unread(String reader) {
    var unread = jdbc.queryForObject(UNREAD, Long.class, reader, district);
    return unread == null ? 0 : unread;
  }

  /** Moves every cursor of a reader before the first entry; a reader without one is there. */
  void rewind(String reader) {
    jdbc.update(REWIND, district, reader);
  }

  /** Moves the cursor past what was unread. */
  void seen(Unread read) {
    int rows = jdbc.update(ADVANCE, read.last(), district, read.reader(), read.lane(), read.from());
    if (rows != 1) {
      throw new IllegalStateException(
          "the cursor of " + read.reader() + " moved although it was locked");
    }
  }
}
