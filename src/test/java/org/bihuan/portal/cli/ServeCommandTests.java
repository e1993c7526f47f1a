package org.bihuan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Supplier;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.entry.FirstAdmin.Link;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class ServeCommandTests {

  private static final Link LINK =
      new Link("/first-admin?token=t", Instant.parse("2026-11-29T04:00:00Z"));

  @Test
  void printsTheLinkOfAFirstAdministrator() {
    assertThat(ServeCommand.invitation(() -> new Outcome.Done<>(LINK), 8080))
        .anyMatch(line -> line.endsWith("http://localhost:8080/first-admin?token=t"));
  }

  @Test
  void saysNothingWhereThereIsOneAlready() {
    assertThat(ServeCommand.invitation(() -> null, 8080)).isEmpty();
    assertThat(
            ServeCommand.invitation(
                () -> new Outcome.Refused<>(Outcome.Refusal.ADMIN_EXISTS), 8080))
        .isEmpty();
  }

  /** The database may die in the moment between the open door and this question. */
  @Test
  void staysOpenIfTheDatabaseIsAwayForAMoment() {
    Supplier<@Nullable Outcome<Link>> gone =
        () -> {
          throw new DataAccessResourceFailureException("terminated");
        };
    Supplier<@Nullable Outcome<Link>> away =
        () -> {
          throw new CannotCreateTransactionException("refused");
        };
    assertThat(ServeCommand.invitation(gone, 8080))
        .singleElement()
        .asString()
        .contains("first-admin");
    assertThat(ServeCommand.invitation(away, 8080))
        .singleElement()
        .asString()
        .contains("first-admin");
  }
}
