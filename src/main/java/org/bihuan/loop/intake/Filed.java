package org.bihuan.loop.intake;

import java.util.List;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Refusal;

/** What became of a filing. */
public sealed interface Filed {

  /** The matter is open: it has a number, a code, an owner and a clock. */
  record Taken(CaseView file) implements Filed {}

  /** Something that was entered is wrong; nothing was stored. */
  record Faulty(List<FieldError> errors) implements Filed {

    public Faulty {
      errors = List.copyOf(errors);
    }
  }

  /** It may not be opened; nothing was stored. */
  record Refused(Refusal refusal) implements Filed {}
}
