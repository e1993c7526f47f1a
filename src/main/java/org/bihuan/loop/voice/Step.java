package org.bihuan.loop.voice;

import java.time.Instant;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as the person reads it.
 *
 * @param at when
 * @param title what, in plain words
 * @param note the reason given with it, where the person is meant to read it; absent otherwise
 * @param details what was told: the reply, the conclusion, the way of delivery
 */
public record Step(Instant at, Text title, @Nullable String note, List<Detail> details) {

  public Step {
    details = List.copyOf(details);
  }

  /** A question of a form and its answer, both for the person. */
  public record Detail(Text label, Text value) {}
}
