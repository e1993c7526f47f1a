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

/** The statement that finds the clocks that have run out. */
@Component
class AlarmSql {

  private static final String DUE =
      """
      select case_id, clock, run, due_at from cases.case_clock
       where district = :district and status = 'running' and fired_at is null and due_at <= :now
         and (due_at, case_id, clock) > (:due, :case, :clock)
       order by due_at, case_id, clock limit :limit
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
