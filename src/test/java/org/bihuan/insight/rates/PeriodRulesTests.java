package org.bihuan.insight.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.TreeSet;
import org.bihuan.insight.rates.Period.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods are Chinese days, and as few sums as make them up. */
class PeriodRulesTests {

  @ParameterizedTest
  @CsvSource({
    "WEEK,    2026-11-29, 2026-11-23, 2026-11-16, 2026-11-22",
    "MONTH,   2026-03-31, 2026-03-01, 2026-02-01, 2026-02-28",
    "MONTH,   2026-11-05, 2026-11-01, 2026-10-01, 2026-10-05",
    "QUARTER, 2026-11-29, 2026-10-01, 2026-07-01, 2026-08-29",
    "YEAR,    2026-11-29, 2026-01-01, 2025-01-01, 2025-11-29",
  })
  void runUpToTodayAndAreComparedWithTheSamePartOfTheOneBefore(
      Kind kind, LocalDate today, LocalDate from, LocalDate before, LocalDate until) {
    var period = Period.running(kind, today);
    assertThat(period).isEqualTo(new Period(kind, from, today));
    assertThat(period.before()).isEqualTo(new Period(kind, before, until));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-02, 2026-11-01", "1999-12-31, 2000-02-01", "2010-01-01, 2021-01-01"})
  void areRefusedWhereTheyEndBeforeTheyBeginOrAreTooLong(LocalDate from, LocalDate to) {
    assertThat(Period.between(from, to)).isEmpty();
  }

  @Test
  void areMadeOfEveryDayOnce() {
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      var from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
      var period = Period.between(from, from.plusDays(random.nextInt(500))).orElseThrow();
      var days = new TreeSet<LocalDate>();
      for (var stretch : period.stretches()) {
        boolean months = stretch.grain().equals("month");
        assertThat(months && stretch.from().getDayOfMonth() != 1).isFalse();
        stretch
            .from()
            .datesUntil(stretch.to().plusDays(1))
            .forEach(d -> assertThat(days.add(d)).isTrue());
      }
      assertThat(days).hasSize((int) period.days()).startsWith(period.from()).endsWith(period.to());
      assertThat(period.stretches().stream().filter(s -> s.grain().equals("day")))
          .allMatch(s -> s.to().isBefore(s.from().plusDays(61)));
    }
  }
}
