package org.bihuan.loop.cases;

import java.util.UUID;
import org.bihuan.loop.cases.register.Lanes;

/**
 * Identity of a matter inside the system; people see its number or its code instead.
 *
 * @param value a time-ordered id made by the application
 */
public record CaseId(UUID value) {

  /** The lane of the register this matter's entries go to, for ever. */
  int lane() {
    return Lanes.of(value);
  }
}
