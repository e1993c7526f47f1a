package org.bihuan.foundation.calendar;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every statement of the calendar: imported years, all revisions, and the edition that counts them.
 */
@Component
class CalendarSql {

  private static final String EDITION = "select number from calendar.edition where id = 1";

  private static final String LOCK_EDITION =
      "select number from calendar.edition where id = 1 for update";

  private static final String HOLDING =
      """
      select distinct on (year) revision, body
        from calendar.year
       order by year, revision desc
      """;

  private static final String HOLDING_OF_YEAR =
      """
      select revision, body
        from calendar.year
       where year = :year
       order by revision desc
       limit 1
      """;

  private static final String APPEND =
      """
      insert into calendar.year (year, revision, status, origin, source, body, imported_at)
      values (:year, :revision, :status, :origin, :source, :body, :at)
      """;

  private static final String COUNT_UP =
      "update calendar.edition set number = number + 1 where id = 1";

  private final JdbcClient jdbc;

  CalendarSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A stored file.
   *
   * @param revision its number within the year
   * @param body the file, word for word
   */
  record Stored(int revision, String body) {}

  long edition() {
    return jdbc.sql(EDITION).query(Long.class).single();
  }

  /** Takes the row every import passes through; the next one waits for this commit. */
  void lock() {
    jdbc.sql(LOCK_EDITION).query(Long.class).single();
  }

  /** The revision that holds for each imported year. */
  List<Stored> holding() {
    return jdbc.sql(HOLDING)
        .query((row, _) -> new Stored(row.getInt("revision"), row.getString("body")))
        .list();
  }

  Optional<Stored> holding(int year) {
    return jdbc.sql(HOLDING_OF_YEAR)
        .param("year", year)
        .query((row, _) -> new Stored(row.getInt("revision"), row.getString("body")))
        .optional();
  }

  /** Appends a revision and counts the edition up; the caller holds the lock. */
  void append(CalendarYear year, String body, Instant at) {
    one(
        jdbc.sql(APPEND)
            .param("year", year.year())
            .param("revision", year.revision())
            .param("status", year.published() ? "published" : "statutory")
            .param("origin", year.origin())
            .param("source", year.source())
            .param("body", body)
            .param("at", Timestamp.from(at))
            .update());
    one(jdbc.sql(COUNT_UP).update());
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("one row expected, not " + rows);
    }
  }
}
