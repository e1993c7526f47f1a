package org.bihuan.loop.cases.timers;

import java.time.Clock;
import java.time.Duration;
import org.bihuan.foundation.calendar.CalendarListener;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Timers that ring when told, each as another process would have it. */
public final class TestingTimers {

  private static final District DISTRICT = new District(140213);

  private TestingTimers() {}

  public static Alarms alarms(JdbcClient jdbc, Cases cases, Clock clock) {
    return new Alarms(new AlarmSql(jdbc, DISTRICT), cases, clock, stuck(jdbc, clock));
  }

  /** Three tries, the second after five minutes and the third ten later. */
  public static StuckAlarms stuck(JdbcClient jdbc, Clock clock) {
    var settings = new AlarmSettings(3, Duration.ofMinutes(5));
    return new StuckAlarms(new StuckSql(jdbc, DISTRICT), settings, clock);
  }

  public static CalendarListener recounting(
      JdbcClient jdbc,
      Cases cases,
      Calendars calendars,
      Clock clock,
      PlatformTransactionManager transactions) {
    return new Recounting(new RecountSql(jdbc, DISTRICT), cases, calendars, clock, transactions);
  }
}
