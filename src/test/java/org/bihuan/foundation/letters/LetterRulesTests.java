package org.bihuan.foundation.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When letters go, in Chinese time. */
class LetterRulesTests {

  static LetterSettings settings(String from, String until) {
    return new LetterSettings(
        "log",
        null,
        null,
        null,
        LocalTime.parse(from),
        LocalTime.parse(until),
        Duration.ofSeconds(30),
        Duration.ofHours(2),
        3,
        Duration.ofMinutes(2),
        Duration.ofDays(2));
  }

  @ParameterizedTest
  @CsvSource({
    "21:00, 08:00, 2026-11-23T12:59:00Z, 2026-11-23T12:59:00Z",
    "21:00, 08:00, 2026-11-23T13:00:00Z, 2026-11-24T00:00:00Z",
    "21:00, 08:00, 2026-11-23T17:00:00Z, 2026-11-24T00:00:00Z",
    "21:00, 08:00, 2026-11-23T23:59:00Z, 2026-11-24T00:00:00Z",
    "21:00, 08:00, 2026-11-24T00:00:00Z, 2026-11-24T00:00:00Z",
    "12:00, 14:00, 2026-11-23T05:00:00Z, 2026-11-23T06:00:00Z",
    "00:00, 00:00, 2026-11-23T05:00:00Z, 2026-11-23T05:00:00Z",
  })
  void waitForTheEndOfTheQuietHours(String from, String until, Instant now, Instant loud) {
    assertThat(LetterRules.loud(settings(from, until), now)).isEqualTo(loud);
  }

  @ParameterizedTest
  @CsvSource({"1, 30", "2, 60", "3, 120", "8, 3840", "9, 7200", "400, 7200"})
  void waitLongerEachTimeAndNeverTooLong(int tries, long seconds) {
    assertThat(LetterRules.pause(settings("21:00", "08:00"), tries))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void areNoNewsAfterTwoDays() {
    var now = Instant.parse("2026-11-23T05:00:00Z");
    var settings = settings("21:00", "08:00");
    assertThat(LetterRules.news(settings, now.minus(Duration.ofHours(47)), now)).isTrue();
    assertThat(LetterRules.news(settings, now.minus(Duration.ofHours(49)), now)).isFalse();
  }
}
