package org.bihuan.services.whistles;

import java.util.List;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.loop.cases.CaseView;

/** What became of something that was wanted of a whistle. */
public sealed interface Blown {

  /** It was done; the whistle or the call as it stands now. */
  record Done(CaseView file) implements Blown {}

  /** It was not, and nothing was stored. */
  record Refused(List<FieldError> errors) implements Blown {

    public Refused {
      errors = List.copyOf(errors);
    }
  }

  /** A refusal by name. */
  static Blown refused(WhistleRefusal why) {
    return new Refused(List.of(new FieldError(why.field(), why.name(), why.message())));
  }
}
