package org.bihuan.services.whistles;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one street or one department.
 *
 * @param who code of the unit
 * @param whistles how many whistles
 * @param counts how many calls, by figure
 * @param finished how many calls were done, the needless ones among them
 * @param mark mean of the ratings, 1 best to 5 worst; absent if nobody rated
 * @param minutes median minutes from the call to the arrival; absent if nobody arrived
 */
public record FigureLine(
    String who,
    long whistles,
    Map<Figure, Long> counts,
    long finished,
    @Nullable Double mark,
    @Nullable Long minutes) {

  public FigureLine {
    counts = Map.copyOf(counts);
  }

  /** One of the counts, by its code. */
  public long count(String figure) {
    return Figure.of(figure).map(f -> counts.getOrDefault(f, 0L)).orElse(0L);
  }

  /** Needless among those done, in hundredths; absent if none is done. */
  public @Nullable Long needlessShare() {
    return finished == 0 ? null : Math.round(100.0 * count("needless") / finished);
  }
}
