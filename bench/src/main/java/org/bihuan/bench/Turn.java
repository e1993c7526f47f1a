package org.bihuan.bench;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a contestant did in one turn.
 *
 * @param seconds how long it lasted
 * @param acts times of each act that ended within it
 * @param effort processor time it took
 * @param wal bytes the server wrote to its log meanwhile
 */
record Turn(double seconds, Map<Step, Sample> acts, Effort effort, long wal) {

  Turn {
    acts = new EnumMap<>(acts);
  }

  long count() {
    return acts.values().stream().mapToLong(Sample::size).sum();
  }

  /** Whole lives a second: acts done, divided by the acts of a life. */
  double lives() {
    return count() / seconds / Step.values().length;
  }
}
