package org.bihuan.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bihuan.foundation.calendar.CountedDay.Kind;
import org.junit.jupiter.api.Test;

/** The seed is printed; {@code -Dbihuan.seed=…} repeats a run. */
class RandomSpansRulesTests {

  private static final int SPANS = 100_000;
  private static final long SEED = Long.getLong("bihuan.seed", new Random().nextLong());
  private static final Set<Kind> USING = Set.of(Kind.COUNTED, Kind.MAKEUP, Kind.UNPUBLISHED);

  private static final List<Unit> UNITS = List.of(Unit.values());

  private final WorkCalendar calendar = WorkCalendar.shipped();

  private record Span(Limit limit, Instant start, Instant end, List<Stop> stops) {

    /** Starts in 2024 to 2028, stops before, inside and after, half of the spans without any. */
    static Span next(Random random, int number) {
      var unit = UNITS.get(number % 4);
      int most = unit == Unit.WORKDAY || unit == Unit.DAY ? 91 : unit == Unit.HOUR ? 97 : 36;
      var start = minutes(Instant.parse("2024-01-01T00:00:00Z"), random.nextInt(5 * 365 * 1440));
      int stops = number / 4 % 2 == 0 ? 0 : 1 + random.nextInt(3);
      int reach = unit == Unit.WORKDAY || unit == Unit.DAY ? 90 * 1440 : 4 * 1440;
      return new Span(
          new Limit(random.nextInt(most), unit),
          start,
          minutes(start, random.nextInt(reach)),
          IntStream.range(0, stops).mapToObj(_ -> stop(random, start, reach)).toList());
    }

    private static Stop stop(Random random, Instant start, int reach) {
      var from = minutes(start, random.nextInt(-reach / 8, reach));
      return new Stop(from, minutes(from, random.nextInt(reach / 3)));
    }

    private static Instant minutes(Instant at, int minutes) {
      return at.plusSeconds(60L * minutes);
    }
  }

  @Test
  void equalABruteForceWalkOfDaysAndMinutes() {
    System.out.println("calendar spans, seed " + SEED);
    var random = new Random(SEED);
    var walker = new DayWalker(true);
    for (int i = 0; i < SPANS; i++) {
      var span = Span.next(random, i);
      var due = calendar.due(span.limit, span.start, span.stops);
      assertThat(due)
          .as("seed %d span %d %s", SEED, i, span)
          .isEqualTo(walker.due(span.limit, span.start, span.stops));
      assertThat(calendar.used(span.limit.unit(), span.start, span.end, span.stops))
          .as("used, seed %d span %d %s", SEED, i, span)
          .isEqualTo(walker.used(span.limit.unit(), span.start, span.end, span.stops));
    }
  }

  @Test
  void areExplainedDayByDayUpToTheirDeadline() {
    var random = new Random(SEED + 1);
    for (int i = 0; i < SPANS / 5; i++) {
      var span = Span.next(random, i);
      var days = calendar.explain(span.limit, span.start, span.stops);
      var due = calendar.due(span.limit, span.start, span.stops);
      var name = "seed " + SEED + " span " + i + " " + span;
      assertThat(days.getFirst().kind()).as(name).isEqualTo(Kind.START);
      assertThat(days.getLast().date()).as(name).isEqualTo(due.day());
      assertThat(days.getLast().n()).as(name).isEqualTo(span.limit.amount());
      if (span.limit.unit() == Unit.WORKDAY || span.limit.unit() == Unit.DAY) {
        assertRecountable(name, days);
      }
    }
  }

  private static void assertRecountable(String name, List<CountedDay> days) {
    int n = 0;
    for (var day : days) {
      n += USING.contains(day.kind()) ? 1 : 0;
      assertThat(day.n()).as("%s %s", name, day).isEqualTo(n);
    }
  }

  @Test
  void differFromAWalkThatTakesMakeupDaysForHolidays() {
    var random = new Random(SEED);
    var mistaken = new DayWalker(false);
    var differing =
        IntStream.range(0, 4_000)
            .mapToObj(i -> Span.next(random, i))
            .filter(s -> s.limit.unit() == Unit.WORKDAY)
            .filter(
                s ->
                    !calendar
                        .due(s.limit, s.start, s.stops)
                        .equals(mistaken.due(s.limit, s.start, s.stops)))
            .count();
    assertThat(differing).isGreaterThan(50);
  }
}
