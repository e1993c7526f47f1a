package org.bihuan.services.league;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a hand wants done to a member's membership. */
public sealed interface MemberWish {

  /** Whose. */
  UUID member();

  /**
   * Sends a transfer in.
   *
   * @param rule the line of the table that fired
   * @param to the receiver
   * @param overridden why another destination than the rule's; absent where the rule's stands
   */
  record Submit(UUID member, String rule, String to, @Nullable String overridden)
      implements MemberWish {}

  /** Takes it back, which the starter may until it was reviewed. */
  record Withdraw(UUID member) implements MemberWish {}

  /** Sends a returned one again, where to and why as in the beginning. */
  record Resubmit(UUID member, String rule, String to, @Nullable String overridden)
      implements MemberWish {}

  /** The receiver does not take the member, for a reason. */
  record Return(UUID member, String reason) implements MemberWish {}

  /**
   * The receiver takes the member.
   *
   * @param branch the branch it gives at once; absent if the receiver is a branch, or later
   */
  record Agree(UUID member, @Nullable String branch) implements MemberWish {}

  /** The receiver gives a branch. */
  record Assign(UUID member, String branch) implements MemberWish {}

  /** The committee names who must take a member whom several returned. */
  record Order(UUID member, String to, String reason) implements MemberWish {}

  /** The school marks a delayed graduation; nothing is transferred. */
  record Mark(UUID member) implements MemberWish {}
}
