package org.bihuan.services.league;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that decides over a membership, locked.
 *
 * @param underWay the transfer under way; absent if none
 * @param held the transfer under which the school holds it; absent if none
 * @param cameBy the transfer that brought them where they belong; absent as registered
 * @param heldBefore true if a school ever held it
 */
record MemberFile(
    Member member,
    @Nullable Transfer underWay,
    @Nullable Transfer held,
    @Nullable UUID cameBy,
    boolean heldBefore) {}
