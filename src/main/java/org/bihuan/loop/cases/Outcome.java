package org.bihuan.loop.cases;

import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.FieldError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the rules say of an act, before anything is stored. */
sealed interface Outcome {

  /**
   * The act may be done.
   *
   * @param next the matter after it, without digest
   * @param draft the entry to append
   * @param clocks the runs that changed or began
   */
  record Moved(CaseFile next, Draft draft, List<ClockRun> clocks) implements Outcome {}

  /** The act may not be done. */
  record Denied(Refusal refusal, List<FieldError> errors) implements Outcome {

    Denied(Refusal refusal) {
      this(refusal, List.of());
    }
  }

  /** An entry before it has a place and a digest. */
  record Draft(
      String act,
      String from,
      UUID actor,
      Role role,
      @Nullable UUID onBehalf,
      @Nullable String note,
      ObjectNode data) {}
}
