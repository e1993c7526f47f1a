package org.bihuan.services.causes;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.loop.cases.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A matter that comes of a cause.
 *
 * @param id its id
 * @param cause the cause
 * @param matter the matter
 * @param madeBy who said so
 * @param madeAt when
 * @param why the reason
 * @param ended absent while it holds
 */
public record CauseLink(
    UUID id,
    UUID cause,
    CaseId matter,
    UUID madeBy,
    Instant madeAt,
    String why,
    @Nullable End ended) {

  /** That it was not so after all: who said it, when, why. */
  public record End(UUID by, Instant at, String why) {}
}
