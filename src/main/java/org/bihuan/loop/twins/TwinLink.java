package org.bihuan.loop.twins;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.loop.cases.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A matter that waits, or waited, for the answer of another.
 *
 * @param id of the link
 * @param main whose answer it waits for
 * @param follower the one that waits
 * @param madeBy who said that they are the same
 * @param madeAt when
 * @param why in their words
 * @param score how alike they were, in hundredths; absent if nobody compared them
 * @param end how it ended; absent while it waits
 */
public record TwinLink(
    UUID id,
    CaseId main,
    CaseId follower,
    UUID madeBy,
    Instant madeAt,
    String why,
    @Nullable Integer score,
    @Nullable End end) {

  /** How a link ended, by whom, when and why. */
  public record End(UUID by, Instant at, String how, String why) {}
}
