package org.bihuan.portal.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.loop.cases.Worklist;
import org.bihuan.portal.views.View;
import org.jspecify.annotations.Nullable;

/** The piles on the desk: each is what one part has to move next. */
enum Queue {
  RECEIVED("received", Role.DISPATCHER),
  DISPATCH("accepted", Role.DISPATCHER),
  OURS(null, Role.HANDLER),
  WINDOW(null, Role.CLERK),
  CALLS(null, Role.CALLER),
  SUPERVISION(null, Role.LEADER),
  /** What was given back once too often. */
  RULINGS("ruling", Role.LEADER),
  /** The piles of a dispatcher together: what their counters count. */
  DUTY(null, Role.DISPATCHER),
  ALL(null, null);

  /** Asks for whatever the reader has to move. */
  private static final String MINE = "mine";

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
    return Arrays.stream(values()).filter(queue -> queue != DUTY && queue.isOf(actor)).toList();
  }

  private boolean isOf(Actor actor) {
    return owner == null || actor.is(owner) || (owner == Role.HANDLER && actor.is(Role.APPROVER));
  }

  /** The pile asked for, or the first of the actor's own. */
  static Queue of(@Nullable String code, Actor actor) {
    if (MINE.equals(code) || DUTY.code().equals(code)) {
      return mine(actor);
    }
    var own = of(actor);
    return own.stream().filter(q -> q.code().equals(code)).findFirst().orElse(own.getFirst());
  }

  /** Everything the actor's first part has to move. */
  static Queue mine(Actor actor) {
    var first = of(actor).getFirst();
    return first.owner == Role.DISPATCHER ? DUTY : first;
  }

  /** What to list; a unit or state asked for goes before the pile's own. */
  Worklist.Query query(Wanted wanted, Actor actor, int limit) {
    var unit = this == OURS ? actor.unit() : wanted.unit();
    var where = wanted.state() == null ? state : wanted.state();
    return new Worklist.Query(
        unit,
        where,
        owner,
        wanted.q(),
        wanted.after(),
        wanted.before(),
        limit,
        new Worklist.Sieve(wanted.kind(), List.of()));
  }

  /** By when it runs out, as a reader may ask. */
  enum Due {
    LATE(-1),
    TODAY(1),
    WEEK(7);

    private final int days;

    Due(int days) {
      this.days = days;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** A limit that ends with a day has run out at the midnight after it. */
    Instant before(Instant now) {
      var end = days < 0 ? now : ChinaTime.startOf(ChinaTime.day(now).plusDays(days));
      return end.plus(1, ChronoUnit.MICROS);
    }

    static @Nullable Due of(@Nullable String code) {
      return Arrays.stream(values())
          .filter(due -> due.code().equals(code))
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * What the reader asked for.
   *
   * @param unit code of a unit; absent means all
   * @param state name of a state; absent means all
   * @param q words to look for; absent means none
   * @param due by when it runs out; absent means whenever
   * @param kind a kind of appeal; absent means all
   * @param before the same as a moment
   * @param after where the last page ended; absent for the first
   */
  record Wanted(
      @Nullable String unit,
      @Nullable String state,
      @Nullable String q,
      @Nullable Due due,
      @Nullable String kind,
      @Nullable Instant before,
      Worklist.@Nullable Cursor after) {

    static final Wanted ALL = new Wanted(null, null, null, null, null, null, null);

    static Wanted of(View.Asked asked, @Nullable String after, Instant now) {
      var due = Due.of(asked.due());
      return new Wanted(
          blank(asked.unit()),
          blank(asked.state()),
          blank(asked.q()),
          due,
          blank(asked.kind()),
          due == null ? null : due.before(now),
          after == null ? null : Worklist.Cursor.parse(after));
    }

    /** The same from where another page ended. */
    Wanted from(Worklist.@Nullable Cursor end) {
      return new Wanted(unit, state, q, due, kind, before, end);
    }

    /** The same of one unit only. */
    Wanted of(@Nullable String only) {
      return new Wanted(only, state, q, due, kind, before, after);
    }

    private static @Nullable String blank(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }
}
