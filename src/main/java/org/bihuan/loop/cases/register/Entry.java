package org.bihuan.loop.cases.register;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of the register: what happened to a matter.
 *
 * @param caseId the matter
 * @param version its place in the matter, from 1
 * @param act what was done
 * @param from the state before; the same as {@code to} if the matter stayed, empty for the opening
 * @param to the state after
 * @param at when
 * @param actor who
 * @param role as what
 * @param onBehalf for whom; absent if for itself
 * @param content note and data, kept apart so that they can be lawfully erased
 * @param place lane and position in the district's register
 */
public record Entry(
    UUID caseId,
    long version,
    String act,
    String from,
    String to,
    Instant at,
    UUID actor,
    Role role,
    @Nullable UUID onBehalf,
    Content content,
    Place place) {

  /**
   * What can be erased without breaking the register.
   *
   * @param note the remark; absent if none
   * @param data facts and clocks as they changed; absent only after erasure
   */
  public record Content(@Nullable String note, @Nullable JsonNode data) {

    /** True if nothing is left; every act writes at least its data. */
    public boolean erased() {
      return note == null && data == null;
    }
  }

  /**
   * Where in the district's register.
   *
   * @param lane which lane
   * @param position dense from 1 within the lane, in commit order
   */
  public record Place(int lane, long position) {}
}
