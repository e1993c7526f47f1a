package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

/** A database that is away is an outage one may wait out; a wrong statement is a fault. */
class OutageRulesTests {

  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "08001, true",
    "57P01, true",
    "57P02, true",
    "57P03, true",
    "42601, false",
    "57014, false",
    "23505, false",
    ", false"
  })
  void goesByTheStateTheDatabaseGives(String state, boolean outage) {
    var cause = new SQLException("gone", state);
    assertThat(ProblemResolver.isOutage(new TransactionSystemException("no commit", cause)))
        .isEqualTo(outage);
  }

  @Test
  void includesAPoolThatFindsNoConnection() {
    var cause = new SQLTransientConnectionException("no connection");
    assertThat(ProblemResolver.isOutage(new DataAccessResourceFailureException("no data", cause)))
        .isTrue();
    assertThat(ProblemResolver.isOutage(new IllegalStateException("a mistake"))).isFalse();
  }
}
