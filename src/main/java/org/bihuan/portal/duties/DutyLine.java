package org.bihuan.portal.duties;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A ruling in the duty list, as its page shows it.
 *
 * @param id its id
 * @param item the matter it is about
 * @param area the place
 * @param unit who must act
 * @param number the case that was ruled on
 * @param reason why
 * @param by who wrote it down
 * @param at when
 * @param ended when it was ended; absent while it is in force
 */
public record DutyLine(
    UUID id,
    Text item,
    Text area,
    Text unit,
    String number,
    String reason,
    String by,
    Instant at,
    @Nullable Instant ended) {}
