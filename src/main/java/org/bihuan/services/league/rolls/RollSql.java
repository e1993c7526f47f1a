package org.bihuan.services.league.rolls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.people.FieldSeal;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on rolls; their files are brought along when the key is replaced. */
@Component
class RollSql implements FieldSeal.Column {

  static final String CONTENT = "league.roll.content";

  private static final String COLUMNS =
      """
      select id, name, given_by, given_at, total, added, changed, same, faulty, ended_at,
             content is not null as kept
        from league.roll where district = :district
      """;

  private static final String ADD =
      """
      insert into league.roll (district, id, print, name, given_by, given_at, content, total, done,
                               added, changed, same, faulty)
      values (:district, :id, :print, :name, :by, :at, :content, :total, 0, 0, 0, 0, 0)
      """;

  private static final String PROGRESS =
      """
      update league.roll
         set done = :done, added = :added, changed = :changed, same = :same, faulty = :faulty,
             ended_at = :ended, content = case when :drop then null else content end
       where district = :district and id = :id and done = :was and ended_at is null
      """;

  private static final String FAULT =
      """
      insert into league.roll_fault (district, roll, line, zh, en)
      values (:district, :roll, :line, :zh, :en)
      """;

  private static final String SWEEP =
      """
      update league.roll set content = null, ended_at = coalesce(ended_at, :now), total = done
       where district = :district and content is not null and given_at < :before
      """;

  private final JdbcClient jdbc;
  private final int district;

  RollSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  private JdbcClient.StatementSpec sql(String statement) {
    return jdbc.sql(statement).param("district", district);
  }

  Optional<Roll> find(UUID id) {
    return sql(COLUMNS + " and id = :id").param("id", id).query((row, n) -> roll(row)).optional();
  }

  Optional<Roll> lock(UUID id) {
    return sql(COLUMNS + " and id = :id for update")
        .param("id", id)
        .query((row, n) -> roll(row))
        .optional();
  }

  Optional<Roll> known(byte[] print) {
    return sql(COLUMNS + " and print = :print")
        .param("print", print)
        .query((row, n) -> roll(row))
        .optional();
  }

  /** The latest files of somebody, or of all. */
  List<Roll> latest(UUID by, boolean all, int limit) {
    return sql(COLUMNS + " and (:all or given_by = :by) order by given_at desc limit :limit")
        .param("by", by)
        .param("all", all)
        .param("limit", limit)
        .query((row, n) -> roll(row))
        .list();
  }

  private static Roll roll(ResultSet row) throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Roll(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("name"),
        Objects.requireNonNull(row.getObject("given_by", UUID.class)),
        row.getObject("given_at", OffsetDateTime.class).toInstant(),
        row.getInt("total"),
        new Roll.Counts(
            row.getInt("added"), row.getInt("changed"), row.getInt("same"), row.getInt("faulty")),
        ended == null ? null : ended.toInstant(),
        row.getBoolean("kept"));
  }

  Optional<byte[]> content(UUID id) {
    return sql("select content from league.roll where district = :district and id = :id and content is not null")
        .param("id", id)
        .query((row, n) -> row.getBytes("content"))
        .optional();
  }

  void add(Roll roll, byte[] print, byte[] content) {
    one(
        sql(ADD)
            .param("id", roll.id())
            .param("print", print)
            .param("name", roll.name())
            .param("by", roll.givenBy())
            .param("at", roll.givenAt().atOffset(ZoneOffset.UTC))
            .param("content", content)
            .param("total", roll.total())
            .update());
  }

  /** Goes on from where it was; throws if somebody else did. */
  void progress(Roll roll, int was) {
    var counts = roll.counts();
    var ended = roll.endedAt();
    one(
        sql(PROGRESS)
            .param("id", roll.id())
            .param("was", was)
            .param("done", counts.done())
            .param("added", counts.added())
            .param("changed", counts.changed())
            .param("same", counts.same())
            .param("faulty", counts.faulty())
            .param(
                "ended",
                ended == null ? null : ended.atOffset(ZoneOffset.UTC),
                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .param("drop", !roll.kept())
            .update());
  }

  void fault(UUID roll, Preview.Fault fault) {
    one(
        sql(FAULT)
            .param("roll", roll)
            .param("line", fault.line())
            .param("zh", fault.why().zh())
            .param("en", fault.why().en())
            .update());
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }

  List<Preview.Fault> faults(UUID roll) {
    return sql("select line, zh, en from league.roll_fault where district = :district and roll = :roll order by line")
        .param("roll", roll)
        .query(
            (row, n) ->
                new Preview.Fault(
                    row.getInt("line"), new Text(row.getString("zh"), row.getString("en"))))
        .list();
  }

  /** Forgets files nobody came back for. */
  int sweep(Instant before, Instant now) {
    return sql(SWEEP)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public String name() {
    return CONTENT;
  }

  @Override
  public List<Closed> after(UUID row, int limit) {
    return sql("""
            select id, content from league.roll
             where district = :district and content is not null and id > :row
             order by id limit :limit
            """)
        .param("row", row)
        .param("limit", limit)
        .query(
            (found, n) -> new Closed(found.getObject("id", UUID.class), found.getBytes("content")))
        .list();
  }

  @Override
  public boolean replace(Closed old, byte[] fresh) {
    return sql("""
                update league.roll set content = :fresh
                 where district = :district and id = :id and content = :old
                """)
            .param("id", old.row())
            .param("old", old.value())
            .param("fresh", fresh)
            .update()
        == 1;
  }

  @Override
  public long closedWith(int key) {
    return sql("""
            select count(*) from league.roll
             where district = :district and content is not null and get_byte(content, 0) = :key
            """)
        .param("key", key)
        .query(Long.class)
        .single();
  }
}
