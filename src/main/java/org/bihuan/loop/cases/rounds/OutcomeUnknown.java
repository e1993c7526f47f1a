package org.bihuan.loop.cases.rounds;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * The connection to the database broke while the round was being committed, and the database could
 * not be asked whether it was: the work is done whole or not at all. Sending it again with the same
 * key tells.
 */
public final class OutcomeUnknown extends TransactionSystemException {

  private static final long serialVersionUID = 1;

  OutcomeUnknown(@Nullable Throwable cause) {
    super("the commit was not answered");
    if (cause != null) {
      initCause(cause);
    }
  }
}
