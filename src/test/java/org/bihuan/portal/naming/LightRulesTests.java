package org.bihuan.portal.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.ChinaTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightRulesTests {

  /** A Monday morning in China. */
  private static final Instant NOW =
      LocalDateTime.parse("2026-11-23T09:00:00").atZone(ChinaTime.ZONE).toInstant();

  private static Light of(Instant due) {
    return Light.of(due, NOW, WorkCalendar.shipped());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, LATE", // ran out at midnight
    "2026-11-23, NEAR", // today is the last day
    "2026-11-24, NEAR", // one more working day
    "2026-11-25, OK",
    "2026-11-30, OK"
  })
  void goesByTheWorkingDaysLeftUntilTheLastDay(String lastDay, Light light) {
    assertThat(of(ChinaTime.startOf(LocalDate.parse(lastDay).plusDays(1)))).isEqualTo(light);
  }

  @ParameterizedTest
  @CsvSource({"0, LATE", "1, NEAR", "28800, NEAR", "28801, OK"})
  void goesByTheHoursLeftForLimitsInHours(long seconds, Light light) {
    assertThat(of(NOW.plusSeconds(seconds))).isEqualTo(light);
  }

  @Test
  void isNoneWhereNothingCounts() {
    assertThat(Light.of(null, NOW, WorkCalendar.shipped())).isEqualTo(Light.NONE);
  }
}
