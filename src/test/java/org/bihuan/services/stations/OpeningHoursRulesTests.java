package org.bihuan.services.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.bihuan.foundation.shared.ChinaTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursRulesTests {

  private static OpeningHours always(String day, String... special) {
    return OpeningHours.stored(Collections.nCopies(7, day), List.of(special));
  }

  private static Instant china(String time) {
    return LocalDateTime.parse(time).atZone(ChinaTime.ZONE).toInstant();
  }

  @Nested
  class Reading {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "7",
          "25:00-26:00",
          "07:00-07:60",
          "09:00-12:00,11:00-14:00",
          "a-b",
          "24:00-25:00",
          "07:00-24:30"
        })
    void refusesWhatIsNoTimeOfADay(String text) {
      assertThat(Span.ofDay(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "7:00-21:00|07:00-21:00",
          "08:00-12:00, 14:00-18:00|08:00-12:00,14:00-18:00",
          "20:00-06:00|20:00-06:00",
          "00:00-24:00|00:00-24:00",
          "08：00至12：00|08:00-12:00",
          "-|-",
          "''|-"
        })
    void understandsWhatPeopleWrite(String text, String stored) {
      assertThat(Span.text(Span.ofDay(text).orElseThrow())).isEqualTo(stored);
    }

    @Test
    void refusesASpecialDayTwiceAndOneThatIsNoDay() {
      var special = new java.util.TreeMap<LocalDate, List<Span>>();
      assertThat(OpeningHours.line("2027-10-01 -", special)).isTrue();
      assertThat(OpeningHours.line("2027-10-01 09:00-17:00", special)).isFalse();
      assertThat(OpeningHours.line("2027-02-30 -", special)).isFalse();
      assertThat(OpeningHours.line("2027-10-02", special)).isFalse();
    }

    @Test
    void needsSevenDays() {
      assertThatThrownBy(() -> OpeningHours.stored(List.of("-"), List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class BeingOpen {

    @ParameterizedTest
    @CsvSource({
      "2027-09-15T06:59:59, false",
      "2027-09-15T07:00:00, true",
      "2027-09-15T20:59:59, true",
      "2027-09-15T21:00:00, false"
    })
    void beginsWithTheMinuteAndEndsBeforeIt(String at, boolean open) {
      assertThat(always("07:00-21:00").openAt(china(at))).isEqualTo(open);
    }

    @Test
    void isCountedInChinaWhateverTheMachineThinks() {
      assertThat(always("07:00-21:00").openAt(Instant.parse("2027-09-14T23:00:00Z"))).isTrue();
      assertThat(always("07:00-21:00").openAt(Instant.parse("2027-09-15T14:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
      "2027-09-15T19:59, false",
      "2027-09-15T23:59, true",
      "2027-09-16T00:00, true",
      "2027-09-16T05:59, true",
      "2027-09-16T06:00, false"
    })
    void goesOnPastMidnight(String at, boolean open) {
      assertThat(always("20:00-06:00").openAt(china(at))).isEqualTo(open);
    }

    @Test
    void keepsToTheDayOfTheWeek() {
      var week = List.of("-", "-", "09:00-10:00", "-", "-", "-", "-");
      var hours = OpeningHours.stored(week, List.of());
      assertThat(hours.openAt(china("2027-09-15T09:30"))).isTrue(); // a Wednesday
      assertThat(hours.openAt(china("2027-09-16T09:30"))).isFalse();
    }

    @Test
    void keepsToTheHoursOfAHoliday() {
      var hours = always("07:00-21:00", "2027-10-01 -", "2027-10-02 09:00-12:00");
      assertThat(hours.openAt(china("2027-10-01T12:00"))).isFalse();
      assertThat(hours.openAt(china("2027-10-02T08:00"))).isFalse();
      assertThat(hours.openAt(china("2027-10-02T09:00"))).isTrue();
      assertThat(hours.on(LocalDate.of(2027, 10, 1))).isEqualTo("-");
    }

    @Test
    void letsTheNightBeforeAHolidayRunToItsEnd() {
      var hours = always("20:00-06:00", "2027-10-01 -");
      assertThat(hours.openAt(china("2027-10-01T05:00"))).isTrue();
      assertThat(hours.openAt(china("2027-10-01T21:00"))).isFalse();
      assertThat(hours.openAt(china("2027-10-02T05:00"))).isFalse();
    }
  }

  @Nested
  class Changing {

    @ParameterizedTest
    @CsvSource({
      "2027-09-15T06:00, 2027-09-15T07:00",
      "2027-09-15T07:00, 2027-09-15T21:00",
      "2027-09-15T21:00, 2027-09-16T07:00"
    })
    void isToldToTheMinute(String at, String next) {
      assertThat(always("07:00-21:00").changesAt(china(at))).isEqualTo(china(next));
    }

    @Test
    void joinsDaysThatTouch() {
      var week = List.of("08:00-24:00", "00:00-12:00", "-", "-", "-", "-", "-");
      var hours = OpeningHours.stored(week, List.of());
      assertThat(hours.changesAt(china("2027-09-13T10:00"))).isEqualTo(china("2027-09-14T12:00"));
    }

    @Test
    void neverComesWhereItIsAlwaysOpenOrAlwaysShut() {
      assertThat(always("00:00-24:00").changesAt(china("2027-09-15T10:00"))).isNull();
      assertThat(always("-").changesAt(china("2027-09-15T10:00"))).isNull();
    }

    @Test
    void skipsAHoliday() {
      var hours = always("07:00-21:00", "2027-10-01 -");
      assertThat(hours.changesAt(china("2027-09-30T22:00"))).isEqualTo(china("2027-10-02T07:00"));
    }
  }
}
