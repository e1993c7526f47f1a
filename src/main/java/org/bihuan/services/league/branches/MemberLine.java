package org.bihuan.services.league.branches;

import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.league.Member;
import org.bihuan.services.league.RuledReceivers.Proposal;
import org.bihuan.services.league.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * A member as a line of a list.
 *
 * @param name masked
 * @param home the class branch
 * @param place where they belong now
 * @param proposal what the table proposes; absent while a question is open
 * @param latest the transfer that began last; absent if none did
 * @param receiver where that one goes; absent likewise
 * @param branches branches its receiver may give; empty if it is one itself
 */
public record MemberLine(
    Member member,
    String name,
    Text home,
    Text place,
    @Nullable Proposal proposal,
    @Nullable Transfer latest,
    @Nullable Text receiver,
    List<Choice> branches) {

  public MemberLine {
    branches = List.copyOf(branches);
  }

  /** A branch that can be chosen. */
  public record Choice(String code, Text name) {}

  /** done at rest, busy on the way, yours where somebody must act, late if it still is. */
  public String kind() {
    if (latest == null || latest.course().phase() == Transfer.Phase.WITHDRAWN) {
      return member.atHome() ? "yours" : "done";
    }
    boolean late = !latest.late().isEmpty();
    return switch (latest.course().phase()) {
      case SUBMITTED, ASSIGNING, HOLDING -> late ? "late" : "busy";
      case RETURNED -> late ? "late" : "yours";
      case MOVED, RELEASED, WITHDRAWN -> "done";
    };
  }

  /** The key of the words for where it stands. */
  public String phase() {
    return latest == null ? "none" : latest.course().phase().code();
  }
}
