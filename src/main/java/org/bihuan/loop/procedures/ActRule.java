package org.bihuan.loop.procedures;

import java.util.Set;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that can be done to a matter.
 *
 * @param id its name in the file and the API
 * @param title the button
 * @param from states it can be done in; empty only for {@code open}
 * @param to the state after it; absent means the matter stays where it is
 * @param who the roles that may do it; {@code [system]} alone makes it automatic
 * @param flags what it means to the loop
 * @param gate what else must hold
 * @param effects what it does to moments and clocks
 * @param plain what the person reads in the timeline; absent means the act is not shown to them
 * @param form JSON Schema of the facts it asks for; absent means it asks for none
 */
public record ActRule(
    String id,
    Text title,
    Set<String> from,
    @Nullable String to,
    Set<Role> who,
    Set<Flag> flags,
    Gate gate,
    Effects effects,
    @Nullable Text plain,
    @Nullable JsonNode form) {

  /** The act that opens a matter. */
  public static final String OPEN = "open";

  public ActRule {
    from = Set.copyOf(from);
    who = Set.copyOf(who);
    flags = Set.copyOf(flags);
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  public @Nullable String when() {
    return gate.when();
  }

  public @Nullable Limit within() {
    return gate.within();
  }

  public Set<String> otherThan() {
    return gate.otherThan();
  }

  /** True if nothing but state and part can prevent it while the matter is open. */
  boolean certain() {
    return gate.when() == null && gate.of() == null;
  }

  /**
   * The fact that names the unit whose handlers and approvers may do it; absent: the owning one.
   */
  public @Nullable String by() {
    return gate.by();
  }

  /** True if only the clock performs it. */
  public boolean automatic() {
    return who.equals(Set.of(Role.SYSTEM));
  }

  /**
   * What must hold besides state and role.
   *
   * @param when CEL condition over {@code facts}, {@code item}, {@code channel} and {@code done}
   *     (act to number of times); absent means always
   * @param within only so long after the matter was closed, or after {@code of}; absent means no
   *     such limit
   * @param of the moment {@code within} counts from; absent means the closing
   * @param otherThan acts whose doers may not do this one
   * @param instead the inner act that is done in place of this one while its condition holds;
   *     absent means none
   * @param by the fact that names the unit whose handlers and approvers may do it, instead of the
   *     unit that owns the matter: who asked for help may say that it came
   */
  public record Gate(
      @Nullable String when,
      @Nullable Limit within,
      @Nullable String of,
      Set<String> otherThan,
      @Nullable String instead,
      @Nullable String by) {

    public Gate {
      otherThan = Set.copyOf(otherThan);
    }
  }

  /** What an act means to the loop. */
  public enum Flag {
    /** Can be done once in the life of a matter. */
    ONCE,
    /** Needs a written reason. */
    NOTE,
    /** Gives the person an answer. */
    ANSWERS,
    /** The person is written to in the act's plain words, though nothing is asked of them. */
    TELLS,
    /** Is the person's own word that the matter may close, or a call-back. */
    CONFIRMS,
    /** Carries a rating of one to five, or none: never counted as satisfied. */
    RATES,
    /** May only be done by one who did nothing else on this matter. */
    FRESH,
    /** Sets the unit that owns the matter, from {@code facts.unit}. */
    ASSIGNS,
    /** Takes the matter into the actor's own hands. */
    CLAIMS,
    /** Gives the matter back; a unit that was named by a ruling cannot do it. */
    RETURNS,
    /** Names by ruling the unit that must act: it cannot give the matter back. */
    RULES,
    /** Part of something larger that a door of the house does; no form offers it. */
    INNER,
    /**
     * The door of the house knows whose place it is to act, by something finer than the unit that
     * owns the matter: a branch of the League, for example. Only with {@link #INNER}.
     */
    PLACED
  }

  /**
   * What an act does to moments and clocks.
   *
   * @param marks moments of law that happen with it, for example {@code acceptance}
   * @param since the earlier moment whose day these moments take: deemed acceptance counts from
   *     receipt
   * @param stops clocks that stand still from now
   * @param resumes clocks that go on from now
   * @param extended clocks that get their one extension
   * @param hands the fact that names the unit to which the matter goes; absent: it stays where it
   *     is, or goes where the act's own {@code facts.unit} says
   */
  public record Effects(
      Set<String> marks,
      @Nullable String since,
      Set<String> stops,
      Set<String> resumes,
      Set<String> extended,
      @Nullable String hands) {

    public Effects {
      marks = Set.copyOf(marks);
      stops = Set.copyOf(stops);
      resumes = Set.copyOf(resumes);
      extended = Set.copyOf(extended);
    }
  }
}
