package org.bihuan.loop.cases.timers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.loop.cases.timers.AlarmSql.Alarm;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Alarms that could not be performed: each is left alone for a while, longer every time, and after
 * so many tries waits for a person. All copies of the house share what is known of them.
 */
@Component
public class StuckAlarms {

  private static final System.Logger LOG = System.getLogger(StuckAlarms.class.getName());
  private static final int LONGEST_REASON = 500;

  private final StuckSql sql;
  private final AlarmSettings settings;
  private final Clock clock;

  StuckAlarms(StuckSql sql, AlarmSettings settings, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  /** Those that wait for a person first, then by when they are tried again. */
  @Transactional(readOnly = true)
  public List<StuckAlarm> all(int limit) {
    return sql.all(limit);
  }

  /**
   * Has one tried again at the next sweep, as if for the first time; false if it is stuck no more.
   */
  @Transactional
  public boolean again(UUID caseId, String clockName, int run) {
    return sql.again(caseId, clockName, run, clock.instant());
  }

  void rest(Alarm alarm, Instant now, String why) {
    var reason = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
    sql.rest(alarm, reason, now, settings).ifPresent(rested -> report(alarm, rested, why));
  }

  private static void report(Alarm alarm, StuckSql.Rested rested, String why) {
    LOG.log(
        rested.parked() ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
        "alarm clock={0} case={1} tries={2} parked={3} not performed: {4}",
        alarm.clock(),
        alarm.caseId().value(),
        rested.tries(),
        rested.parked(),
        why);
  }

  /** Forgets those that rang since, or whose clock ended in another way. */
  void forget() {
    sql.forget();
  }
}
