package org.bihuan.loop.cases.timers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statement that finds the clocks that have run out and are not left alone for a while. */
@Component
class AlarmSql {

  private static final String DUE =
      """
      select c.case_id, c.clock, c.run, c.due_at from cases.case_clock c
       where c.district = :district and c.status = 'running' and c.fired_at is null
         and c.due_at <= :now and (c.due_at, c.case_id, c.clock) > (:due, :case, :clock)
         and not exists (
           select from cases.stuck_alarm s
            where s.district = c.district and s.case_id = c.case_id and s.clock = c.clock
              and s.run = c.run and (s.next_at is null or s.next_at > :now))
       order by c.due_at, c.case_id, c.clock limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  AlarmSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** A clock that has run out. */
  record Alarm(CaseId caseId, String clock, int run, Instant dueAt) {

    /** Before all others. */
    static final Alarm FIRST = new Alarm(new CaseId(new UUID(0, 0)), "", 0, Instant.EPOCH);
  }

  /** The next clocks that have run out by now, the longest overdue first. */
  List<Alarm> due(Instant now, Alarm after, int limit) {
    return jdbc.sql(DUE)
        .param("district", district)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("due", after.dueAt().atOffset(ZoneOffset.UTC))
        .param("case", after.caseId().value())
        .param("clock", after.clock())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Alarm(
                    new CaseId(row.getObject("case_id", UUID.class)),
                    row.getString("clock"),
                    row.getInt("run"),
                    row.getObject("due_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
