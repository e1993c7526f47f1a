package org.bihuan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.bihuan.bench.seeding.Lifelike;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.insight.boards.Boards;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist;
import org.bihuan.loop.cases.Worklist.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** What people look at while the district works: work lists, searches, boards. */
final class Lists {

  private static final int PAGE = 50;
  private static final List<@Nullable String> STATES =
      java.util.Arrays.asList(
          null, null, "received", "accepted", "working", "answered", "supervised");
  private static final List<@Nullable Role> OWNERS =
      java.util.Arrays.asList(
          null, null, Role.DISPATCHER, Role.HANDLER, Role.LEADER, Role.APPLICANT);

  private final Setup setup;
  private final Book book;
  private final Arena arena;
  private final int size;
  private final Cases cases;
  private final Boards boards;
  private final SplittableRandom random;

  Lists(Setup setup, Book book, Arena arena, int size, ApplicationContext house) {
    this.setup = setup;
    this.book = book;
    this.arena = arena;
    this.size = size;
    this.cases = house.getBean(Cases.class);
    this.boards = house.getBean(Boards.class);
    this.random = new SplittableRandom(setup.seed());
  }

  /** First pages with filters of all kinds. */
  void worklist() {
    calls("worklist", 1, this::first);
    calls("worklist", 8, this::first);
  }

  private Supplier<?> first() {
    var query = new Query(unit(), pick(STATES), pick(OWNERS), null, null, PAGE);
    return () -> cases.worklist(query);
  }

  /** The deepest page there is, against the first page with the same filter. */
  void deep() {
    var units = new ArrayList<Deepest>();
    units.add(deepest(null));
    Lifelike.UNITS.forEach(unit -> units.add(deepest(unit)));
    var pairs = new ArrayList<Double>();
    var all = new Sample();
    int turns = setup.rounds();
    var time = turn().dividedBy(2);
    for (int i = 0; i < turns; i++) {
      var first = Crowd.calls(1, time, n -> list(units, false));
      var deep = Crowd.calls(1, time, n -> list(units, true));
      all.addAll(deep);
      pairs.add((double) deep.size() / first.size());
    }
    book.line(
        Line.alone("worklist-deep", 1, size, all, time.toNanos() * turns / 1e9)
            .against("first page", Line.Ratio.of(pairs)));
  }

  private record Deepest(@Nullable String unit, Worklist.@Nullable Cursor cursor) {}

  private Runnable list(List<Deepest> units, boolean deep) {
    return () -> {
      var one = units.get(random.nextInt(units.size()));
      cases.worklist(new Query(one.unit(), null, null, null, deep ? one.cursor() : null, PAGE));
    };
  }

  /** Where the last whole page of a unit begins. */
  private Deepest deepest(@Nullable String unit) {
    var where = unit == null ? "" : " and unit = '" + unit + "'";
    var token =
        arena.tell(
            Matters.DATABASE,
            """
            select (extract(epoch from due_at) * 1000000)::bigint || ' ' || id from cases.case_file
             where district = 140213 and closed_at is null and due_at is not null %s
             order by due_at desc, id desc offset %d limit 1
            """
                .formatted(where, PAGE));
    if (token == null) {
      return new Deepest(unit, null);
    }
    var parts = token.split(" ", -1);
    return new Deepest(
        unit, new Worklist.Cursor(Long.parseLong(parts[0]), java.util.UUID.fromString(parts[1])));
  }

  /** Two characters that stand in titles, common and rare. */
  void search() {
    calls("search", 1, this::searching);
    calls("search", 8, this::searching);
  }

  private Supplier<?> searching() {
    var query = new Query(null, null, null, Lifelike.word(random), null, PAGE);
    return () -> cases.worklist(query);
  }

  /** What a leader sees of a week, a month, a quarter, a year. */
  void board() {
    calls("board", 1, this::looking);
    calls("board", 8, this::looking);
  }

  private Supplier<?> looking() {
    int days = pick(List.of(7, 30, 90, 365));
    var today = ChinaTime.day(java.time.Instant.now());
    return () -> boards.tallies(today.minusDays(days - 1L), today);
  }

  private void calls(String work, int callers, Supplier<Supplier<?>> next) {
    var questions = new ArrayList<Supplier<?>>();
    for (int i = 0; i < 1_000; i++) {
      questions.add(next.get());
    }
    var time = turn().multipliedBy(2);
    Crowd.calls(callers, time.dividedBy(2), n -> asking(questions, n));
    var sample = Crowd.calls(callers, time, n -> asking(questions, n));
    book.line(Line.alone(work, callers, size, sample, time.toNanos() / 1e9));
  }

  private static Runnable asking(List<Supplier<?>> questions, int number) {
    var mine = new int[] {number * 37};
    return () -> questions.get(mine[0]++ % questions.size()).get();
  }

  private Duration turn() {
    return setup.turn();
  }

  private @Nullable String unit() {
    return random.nextInt(3) == 0
        ? null
        : random.nextInt(4) == 0 ? Staff.CENTRE : pick(Lifelike.UNITS);
  }

  private <T extends @Nullable Object> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
