package org.bihuan.loop.cases;

import java.util.List;
import org.bihuan.foundation.shared.FieldError;

/** What became of an act: done and stored, or refused by name with nothing changed. */
public sealed interface Decision {

  /**
   * The act was done.
   *
   * @param file the matter after it
   */
  record Accepted(CaseView file) implements Decision {}

  /**
   * The act was not done.
   *
   * @param refusal why
   * @param errors what is wrong with single fields; empty unless the facts are invalid
   * @param version the version the matter has now; 0 if there is none
   */
  record Refused(Refusal refusal, List<FieldError> errors, long version) implements Decision {

    public Refused {
      errors = List.copyOf(errors);
    }

    public Refused(Refusal refusal, long version) {
      this(refusal, List.of(), version);
    }
  }
}
