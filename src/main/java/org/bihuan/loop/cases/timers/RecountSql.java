package org.bihuan.loop.cases.timers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that count clocks anew. */
@Component
class RecountSql {

  private static final UUID LOWEST = new UUID(0, 0);

  private static final String COUNTING =
      """
      select distinct case_id from cases.case_clock
       where district = :district and case_id > :after
         and status = 'running' and fired_at is null and unit <> 'hour'
       order by case_id limit :limit
      """;

  private static final String ENSURE_RECOUNT =
      """
      insert into cases.recount (district, edition, pass, not_before)
      values (:district, 0, 2, :now)
      on conflict on constraint recount_pk do nothing
      """;

  private static final String LOCK_RECOUNT =
      """
      select edition, pass, after, not_before from cases.recount
       where district = :district for update
      """;

  private static final String KEEP_RECOUNT =
      """
      update cases.recount
         set edition = :edition, pass = :pass, after = :after, not_before = :at
       where district = :district
      """;

  private final JdbcClient jdbc;
  private final int district;

  RecountSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** The next matters with a clock that counts days, by id. */
  List<UUID> counting(@Nullable UUID after, int limit) {
    return jdbc.sql(COUNTING)
        .param("district", district)
        .param("after", after == null ? LOWEST : after)
        .param("limit", limit)
        .query((row, n) -> row.getObject("case_id", UUID.class))
        .list();
  }

  /**
   * How far the open clocks have been counted by an edition of the calendar.
   *
   * @param edition of the calendar; 0 is the shipped one, which every clock was begun with
   * @param pass 0 or 1 while a pass is under way or waited for, 2 when both are done
   * @param after the last matter seen in this pass; absent at its start
   * @param notBefore when the pass may begin
   */
  record Progress(long edition, int pass, @Nullable UUID after, Instant notBefore) {}

  /** Reads and locks the progress: one process counts at a time. */
  Progress lockProgress(Instant now) {
    jdbc.sql(ENSURE_RECOUNT)
        .param("district", district)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql(LOCK_RECOUNT)
        .param("district", district)
        .query(
            (row, n) ->
                new Progress(
                    row.getLong("edition"),
                    row.getInt("pass"),
                    row.getObject("after", UUID.class),
                    row.getObject("not_before", OffsetDateTime.class).toInstant()))
        .single();
  }

  void keep(Progress progress) {
    int rows =
        jdbc.sql(KEEP_RECOUNT)
            .param("edition", progress.edition())
            .param("pass", progress.pass())
            .param("after", progress.after())
            .param("at", progress.notBefore().atOffset(ZoneOffset.UTC))
            .param("district", district)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("the progress of the recount was not kept");
    }
  }
}
