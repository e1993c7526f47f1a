package org.bihuan.loop.cases.rounds;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database what became of a transaction. */
@Component
class RoundSql {

  private static final String STATUS =
      """
      select case when told.status = 'committed'
                   and not exists (select 1 from cases.case_entry
                                    where district = :district and case_id = :case
                                      and version = :version and digest = :digest)
                  then 'aborted' else told.status end
        from (select pg_xact_status(cast(:id as xid8)) as status) told
      """;

  private final JdbcClient jdbc;

  RoundSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * "committed", "aborted" or "in progress"; empty if the database has forgotten it. Committed only
   * if what was written is there: the id may have been given to another after a crash.
   */
  Optional<String> status(Trace trace) {
    return jdbc.sql(STATUS)
        .param("id", trace.transaction())
        .param("district", trace.district())
        .param("case", trace.caseId())
        .param("version", trace.version())
        .param("digest", trace.digest())
        .query(String.class)
        .optional();
  }
}
