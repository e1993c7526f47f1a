package org.bihuan.foundation.people;

import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.FieldError;

/** What registering an applicant comes to. */
public sealed interface Registration {

  /**
   * The person is on file.
   *
   * @param person the id a case file keeps
   * @param known true if the person was on file before
   */
  record Registered(UUID person, boolean known) implements Registration {}

  /** The form breaks rules; every one of them is named. */
  record Rejected(List<FieldError> errors) implements Registration {

    public Rejected {
      errors = List.copyOf(errors);
    }
  }
}
