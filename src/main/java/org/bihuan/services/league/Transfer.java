package org.bihuan.services.league;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the League sees it; the matter of the same id keeps its register.
 *
 * @param number the matter's number
 * @param code what the member may look it up with
 * @param rule the line of the table that fired
 * @param startedBy which side sent it in
 * @param overridden why the branch chose another destination; absent where the rule's stands
 * @param late which of submission, review, move came after the day of the year
 */
public record Transfer(
    UUID id,
    String number,
    String code,
    UUID member,
    Route route,
    String rule,
    Starter startedBy,
    @Nullable String overridden,
    Course course,
    Times times,
    Set<Late> late) {

  public Transfer {
    late = Set.copyOf(late);
  }

  /**
   * From where to where.
   *
   * @param goesTo the receiver that reviews
   * @param branch where the member ends; absent until given, or where the receiver is a branch
   */
  public record Route(String out, String goesTo, @Nullable String branch) {}

  /**
   * How far it came.
   *
   * @param returns how often a receiver returned it
   * @param ordered true once the committee named who must take it
   * @param reason the last return's or order's; absent while there was none
   */
  public record Course(Phase phase, int returns, boolean ordered, @Nullable String reason) {}

  /** When it was sent in last, reviewed, and came to an end; absent until then. */
  public record Times(
      Instant submittedAt, @Nullable Instant reviewedAt, @Nullable Instant endedAt) {}

  /** The sides that may send one in. */
  public enum Starter {
    OUT,
    IN,
    MEMBER,
    COMMITTEE;

    /** The name used in tables and texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far a transfer can be. */
  public enum Phase {
    SUBMITTED,
    RETURNED,
    ASSIGNING,
    HOLDING,
    MOVED,
    RELEASED,
    WITHDRAWN;

    /** The name used in tables and texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** True while the member is on the way. */
    public boolean underWay() {
      return this == SUBMITTED || this == RETURNED || this == ASSIGNING;
    }
  }

  /** What can come after its day. */
  public enum Late {
    SUBMISSION,
    REVIEW,
    MOVE;

    /** The name used in tables and texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Transfer at(Phase phase, Times when) {
    return with(new Course(phase, course.returns(), course.ordered(), course.reason()), when);
  }

  Transfer with(Course next, Times when) {
    return new Transfer(
        id, number, code, member, route, rule, startedBy, overridden, next, when, late);
  }

  Transfer going(Route to, String by, @Nullable String override) {
    return new Transfer(id, number, code, member, to, by, startedBy, override, course, times, late);
  }

  Transfer flagged(Late what, boolean really) {
    var flags = new TreeSet<>(late);
    if (really) {
      flags.add(what);
    }
    return new Transfer(
        id, number, code, member, route, rule, startedBy, overridden, course, times, flags);
  }

  Transfer numbered(String given, String givenCode) {
    return new Transfer(
        id, given, givenCode, member, route, rule, startedBy, overridden, course, times, late);
  }
}
