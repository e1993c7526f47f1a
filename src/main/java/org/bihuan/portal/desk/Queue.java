package org.bihuan.portal.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.Worklist;
import org.jspecify.annotations.Nullable;

/** The piles on the desk: each is what one part has to move next. */
enum Queue {
  RECEIVED("received", Role.DISPATCHER),
  DISPATCH("accepted", Role.DISPATCHER),
  OURS(null, Role.HANDLER),
  WINDOW(null, Role.CLERK),
  CALLS(null, Role.CALLER),
  SUPERVISION(null, Role.LEADER),
  ALL(null, null);

  private final @Nullable String state;
  private final @Nullable Role owner;

  Queue(@Nullable String state, @Nullable Role owner) {
    this.state = state;
    this.owner = owner;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The piles of an actor, their own before everybody's. */
  static List<Queue> of(Actor actor) {
    return Arrays.stream(values()).filter(queue -> queue.isOf(actor)).toList();
  }

  private boolean isOf(Actor actor) {
    return owner == null || actor.is(owner) || (owner == Role.HANDLER && actor.is(Role.APPROVER));
  }

  /** The pile asked for, or the first of the actor's own. */
  static Queue of(@Nullable String code, Actor actor) {
    var own = of(actor);
    return own.stream().filter(q -> q.code().equals(code)).findFirst().orElse(own.getFirst());
  }

  /** What to list; a unit or state asked for goes before the pile's own. */
  Worklist.Query query(Wanted wanted, Actor actor, int limit) {
    var unit = this == OURS ? actor.unit() : wanted.unit();
    var where = wanted.state() == null ? state : wanted.state();
    return new Worklist.Query(unit, where, owner, wanted.q(), wanted.after(), limit);
  }

  /**
   * What the reader asked for.
   *
   * @param unit code of a unit; absent means all
   * @param state name of a state; absent means all
   * @param q words to look for; absent means none
   * @param after where the last page ended; absent for the first
   */
  record Wanted(
      @Nullable String unit,
      @Nullable String state,
      @Nullable String q,
      Worklist.@Nullable Cursor after) {

    static final Wanted ALL = new Wanted(null, null, null, null);

    static Wanted of(
        @Nullable String unit, @Nullable String state, @Nullable String q, @Nullable String after) {
      return new Wanted(
          blank(unit), blank(state), blank(q), after == null ? null : Worklist.Cursor.parse(after));
    }

    /** The same of one unit only. */
    Wanted of(@Nullable String only) {
      return new Wanted(only, state, q, after);
    }

    private static @Nullable String blank(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }
}
