package org.bihuan.foundation.calendar;

import java.util.List;
import org.bihuan.foundation.shared.FieldError;

/** What became of a year's file that was handed in. */
public sealed interface ImportResult {

  /**
   * The year holds from now on, under a new revision.
   *
   * @param year what the file stated
   */
  record Imported(CalendarYear year) implements ImportResult {}

  /**
   * The year already stands exactly like this; nothing was stored.
   *
   * @param year the year as it stands
   */
  record Unchanged(CalendarYear year) implements ImportResult {}

  /**
   * The file cannot be used; nothing was stored.
   *
   * @param errors every fault found, at least one
   */
  record Refused(List<FieldError> errors) implements ImportResult {
    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
