package org.bihuan.services.league;

import java.util.List;
import org.bihuan.services.league.Member.Position;
import org.jspecify.annotations.Nullable;

/**
 * What a wish comes to before anything is stored.
 *
 * @param acts what the matter goes through, in order; {@code open} first for a new one
 * @param note the reason for its register; absent if there is none
 * @param transfer as it will be; absent for a mark
 * @param position where the member will be; absent if that stays
 * @param released the holding that ends with it; absent if none
 */
record Plan(
    List<String> acts,
    @Nullable String note,
    @Nullable Transfer transfer,
    @Nullable Position position,
    @Nullable Transfer released) {

  Plan {
    acts = List.copyOf(acts);
  }

  /** A plan, or why there is none. */
  sealed interface Judged {

    /** It may be done. */
    record Sound(Plan plan) implements Judged {}

    /** It may not. */
    record Denied(LeagueRefusal reason) implements Judged {}
  }
}
