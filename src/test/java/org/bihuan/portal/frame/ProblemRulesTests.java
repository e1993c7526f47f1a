package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Nobody is told that a write failed if it may have been stored. */
class ProblemRulesTests {

  private static DataAccessResourceFailureException gone() {
    return new DataAccessResourceFailureException(
        "the connection broke", new SQLException("I/O error", "08006"));
  }

  @Test
  void callAWriteUnsureDuringWhichTheDatabaseWentAway() {
    assertThat(ProblemResolver.isUnsure("POST", gone())).isTrue();
    assertThat(ProblemResolver.isUnsure("POST", new TransactionSystemException("gone"))).isTrue();
  }

  @Test
  void callNothingUnsureThatWasOnlyRead() {
    assertThat(ProblemResolver.isUnsure("GET", gone())).isFalse();
  }

  @Test
  void callNothingUnsureThatWasNotBegunOrWasUndone() {
    var busy = new CannotCreateTransactionException("no connection is free");
    assertThat(ProblemResolver.isUnsure("POST", busy)).isFalse();
    assertThat(ProblemResolver.isUnsure("POST", new CannotAcquireLockException("lock"))).isFalse();
  }

  @Test
  void tellProgramsSoByName() {
    assertThat(Problem.UNSURE.code()).isEqualTo("unsure");
    assertThat(Problem.of(503)).isEqualTo(Problem.UNAVAILABLE);
  }
}
