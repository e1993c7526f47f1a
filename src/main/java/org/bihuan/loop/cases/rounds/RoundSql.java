package org.bihuan.loop.cases.rounds;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database what became of a transaction. */
@Component
class RoundSql {

  private static final String STATUS = "select pg_xact_status(cast(:id as xid8))";

  private final JdbcClient jdbc;

  RoundSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** "committed", "aborted" or "in progress"; empty if the database has forgotten it. */
  Optional<String> status(String transaction) {
    return jdbc.sql(STATUS).param("id", transaction).query(String.class).optional();
  }
}
