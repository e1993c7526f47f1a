package org.bihuan.foundation.calendar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.bihuan.foundation.storage.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The calendar for the tests of modules above. */
public final class TestingCalendars {

  private static final DayWalker WALKER = new DayWalker(true);

  private TestingCalendars() {}

  /** Another process on a database. */
  public static Calendars on(
      TestDatabase database, Clock clock, Supplier<List<CalendarListener>> listeners) {
    return new Calendars(
        new CalendarSql(database.jdbc()),
        new JdbcTransactionManager(database.dataSource()),
        clock,
        listeners);
  }

  /** Publishes invented days off for 2027; true if they were news. */
  public static boolean publish2027(Calendars calendars) {
    var yaml = CalendarFixtures.notice2027().getBytes(StandardCharsets.UTF_8);
    return calendars.importYear(new ByteArrayInputStream(yaml)) instanceof ImportResult.Imported;
  }

  /** When a limit of days ends, counted day by day from the walker's own copy of the notices. */
  public static Deadline walked(Limit limit, Instant start, List<Stop> stops) {
    return WALKER.due(limit, start, stops);
  }
}
