package org.bihuan.loop.cases.timers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.timers.AlarmSql.Alarm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on alarms that could not be performed. */
@Component
class StuckSql {

  /** A try counts once, however often a sweep that is done again in parts comes by. */
  private static final String REST =
      """
      insert into cases.stuck_alarm as s (district, case_id, clock, run, tries, reason, since, next_at)
      values (:district, :case, :clock, :run, 1, :reason, :now,
              case when :most > 1 then :now + :wait * interval '1 second' end)
      on conflict on constraint stuck_alarm_pk do update
         set tries = s.tries + 1, reason = excluded.reason,
             next_at = case when s.tries + 1 < :most
                            then :now + :wait * power(2, s.tries) * interval '1 second' end
       where s.next_at <= :now
      returning tries, next_at is null as parked
      """;

  private static final String AGAIN =
      """
      update cases.stuck_alarm set tries = 0, next_at = :now
       where district = :district and case_id = :case and clock = :clock and run = :run
      """;

  /** What rang since, or ended in another way, is stuck no more. */
  private static final String FORGET =
      """
      delete from cases.stuck_alarm s
       where s.district = :district and not exists (
         select from cases.case_clock c
          where c.district = s.district and c.case_id = s.case_id and c.clock = s.clock
            and c.run = s.run and c.status = 'running' and c.fired_at is null)
      """;

  private static final String ALL =
      """
      select s.case_id, f.number, s.clock, s.run, s.tries, s.reason, s.since, s.next_at
        from cases.stuck_alarm s
        join cases.case_file f on f.district = s.district and f.id = s.case_id
       where s.district = :district
       order by s.next_at nulls first, s.since, s.case_id, s.clock limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  StuckSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** How often an alarm was tried by now, and whether that was the last time. */
  record Rested(int tries, boolean parked) {}

  /** Empty if this try was counted already. */
  Optional<Rested> rest(Alarm alarm, String reason, Instant now, AlarmSettings settings) {
    return jdbc.sql(REST)
        .param("district", district)
        .param("case", alarm.caseId().value())
        .param("clock", alarm.clock())
        .param("run", alarm.run())
        .param("reason", reason)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", settings.tries())
        .param("wait", settings.firstWait().toSeconds())
        .query((row, n) -> new Rested(row.getInt("tries"), row.getBoolean("parked")))
        .optional();
  }

  /** False if it is stuck no more. */
  boolean again(UUID caseId, String clock, int run, Instant now) {
    return jdbc.sql(AGAIN)
            .param("district", district)
            .param("case", caseId)
            .param("clock", clock)
            .param("run", run)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  int forget() {
    return jdbc.sql(FORGET).param("district", district).update();
  }

  /** What waits for a person first, then by when it is tried again. */
  List<StuckAlarm> all(int limit) {
    return jdbc.sql(ALL)
        .param("district", district)
        .param("limit", limit)
        .query(
            (row, n) ->
                new StuckAlarm(
                    row.getObject("case_id", UUID.class),
                    new CaseNumber(row.getString("number")),
                    row.getString("clock"),
                    row.getInt("run"),
                    row.getInt("tries"),
                    row.getString("reason"),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("next_at", OffsetDateTime.class))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
