package org.bihuan.loop.procedures;

import java.util.List;
import java.util.Set;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A limit that runs between moments. It begins when an act marks one of {@code begins}, ends when
 * one marks one of {@code ends}. If the statutory limit runs out before, the first act of {@code
 * expires} that can be done in the matter's state is performed, once; the clock then runs on, red,
 * until a moment ends it.
 *
 * @param id its name in the file
 * @param title for people
 * @param begins moments that start it; an item may say receipt where the general law says
 *     acceptance
 * @param ends moments that end it
 * @param tiers limits by condition, the first that holds; the last has no condition
 * @param extension how much one extension adds; absent where none is allowed
 * @param expires automatic acts, one for each state the clock can run out in
 * @param source the law of the limit
 */
public record ClockRule(
    String id,
    Text title,
    Set<String> begins,
    Set<String> ends,
    List<Tier> tiers,
    @Nullable Limit extension,
    List<String> expires,
    Source source) {

  public ClockRule {
    begins = Set.copyOf(begins);
    ends = Set.copyOf(ends);
    tiers = List.copyOf(tiers);
    expires = List.copyOf(expires);
  }

  /**
   * One limit of a clock.
   *
   * @param when CEL over {@code facts}, {@code item}, {@code channel}; absent means otherwise
   * @param limit the statutory limit then
   * @param promised what this place promises, inside the limit; absent where nothing is
   */
  public record Tier(@Nullable String when, Limit limit, @Nullable Limit promised) {}
}
