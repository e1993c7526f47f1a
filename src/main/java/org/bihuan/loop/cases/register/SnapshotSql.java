package org.bihuan.loop.cases.register;

import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of a database without a server, seen at one moment; for the command line. */
public final class SnapshotSql {

  private SnapshotSql() {}

  /** Does read-only work on the register. */
  public static <T> T of(DataSource source, District district, Function<Register, T> work) {
    var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    transaction.setReadOnly(true);
    var register = new Register(new RegisterSql(new JdbcTemplate(source), district));
    return Objects.requireNonNull(transaction.execute(status -> work.apply(register)));
  }
}
