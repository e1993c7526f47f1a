package org.bihuan.loop.sight;

import java.util.Map;
import org.bihuan.foundation.people.reveals.Reveals;

/** What asking to see a person's values in full comes to. */
public sealed interface Revealed {

  /** The values, logged. */
  record Shown(Map<Reveals.Field, String> values) implements Revealed {

    public Shown {
      values = Map.copyOf(values);
    }

    /** Names no value: answers end up in logs. */
    @Override
    public String toString() {
      return "Shown" + values.keySet();
    }
  }

  /** Nothing is shown, for this reason. */
  record Refused(RevealRefusal reason) implements Revealed {}
}
