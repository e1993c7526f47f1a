package org.bihuan.portal.seats;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of hand-overs.
 *
 * @param lines the latest first
 * @param workers names of those who can be chosen, by login name
 * @param administers true if the reader may write down those of others
 * @param seat who the reader stands in for now; absent in their own seat
 */
public record HandOverList(
    List<Line> lines, Map<String, String> workers, boolean administers, @Nullable String seat) {

  /**
   * One hand-over.
   *
   * @param stage coming, under-way, over or ended
   * @param takes true if the reader may take the seat now
   * @param ends true if the reader may end it now
   */
  public record Line(
      UUID id,
      String absent,
      String deputy,
      LocalDate from,
      LocalDate to,
      String reason,
      String stage,
      boolean takes,
      boolean ends) {}
}
