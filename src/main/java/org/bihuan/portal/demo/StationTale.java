package org.bihuan.portal.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param at when, seen from the day the demo begins
 * @param station code of the station; absent for visits and acts
 * @param by who signs in so; absent for a passer-by
 * @param what move, state, out, report, visit, hear or act
 * @param with what the form said
 */
record StationTale(
    StoryTime at,
    @Nullable String station,
    @Nullable String by,
    String what,
    Map<String, List<String>> with) {

  StationTale {
    with = Map.copyOf(with);
  }

  /** The file of tales, in the order they are told. */
  record Book(int version, String source, List<StationTale> steps) {

    Book {
      steps = List.copyOf(steps);
    }
  }
}
