package org.bihuan.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bihuan.foundation.calendar.CalendarFixtures.shippedFile;

import java.util.List;
import org.bihuan.foundation.shared.FieldError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearFileRulesTests {

  private static final String GOOD = shippedFile("2026.yaml");

  private static List<String> faults(String yaml) {
    return YearReader.read(yaml).errors().stream().map(e -> e.field() + " " + e.code()).toList();
  }

  private static String spoiled(String from, String to) {
    assertThat(GOOD).contains(from);
    return GOOD.replace(from, to);
  }

  @Nested
  class Reading {

    @Test
    void takesTheShippedFile() {
      assertThat(YearReader.read(GOOD).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "year: 2026 | yeer: 2026 | year integer; yeer unknown-key",
          "year: 2026 | year: '2026' | year integer",
          "status: published | status: final | status unknown",
          "origin: national | origin: gossip | origin unknown",
          "date: 2025-11-04 | '' | source.date required",
          "date: 2025-11-04 | date: 2025-02-30 | source.date date",
          "number: | 'page: 1\n  number:' | source.page unknown-key",
          "to: 2026-02-23 | to: 2026-02-14 | off[1].to order",
          "to: 2026-02-23 | to: 2026-04-23 | off[1].to order",
          "from: 2026-04-04 | from: 2026-02-20 | off[2].to order",
          "from: 2026-06-19, to: 2026-06-21 | from: 2026-05-05, to: 2026-05-06 | off[4].from overlap",
          "to: 2026-10-07 | to: 2026-13-07 | off[6].to date",
          "zh: 元旦 | name: 元旦 | off[0].zh required; off[0].name unknown-key",
          "zh: 元旦 | zh: ' ' | off[0].zh text",
          "to: 2026-01-03 | to: 2027-01-03 | off[0].to year; off[0].to order",
          "2026-05-09 | 2026-05-08 | makeup weekday",
          "2026-05-09 | 2026-05-03 | makeup off",
          "2026-05-09 | 2026-02-14 | makeup duplicate",
          "2026-05-09 | 2027-05-08 | makeup year",
          "2026-05-09 | Saturday | makeup[3] date",
          "2026-05-09 | 20260509 | makeup[3] date",
          "makeup: [ | make-up: [ | makeup list; make-up unknown-key",
          "status: published | status: statutory | makeup statutory"
        })
    void refusesWhatIsWrongAndNamesTheField(String from, String to, String expected) {
      assertThat(String.join("; ", faults(spoiled(from, to)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"''", "just words", "'[1, 2]'", "'{year: 2026'", "'a: 1\na: 2'", "'--- a\n--- b'"})
    void refusesWhatIsNoMapping(String yaml) {
      assertThat(faults(yaml)).isNotEmpty().allMatch(f -> f.startsWith("file "));
    }

    @Test
    void refusesAYearTheCalendarDoesNotReach() {
      var old = GOOD.replace("2026-", "2023-").replace("year: 2026", "year: 2023");
      assertThat(faults(old)).contains("year range");
    }

    @Test
    void tellsEveryFaultAtOnceInBothLanguages() {
      var yaml = spoiled("2026-05-09", "2026-05-08").replace("origin: national", "origin: x");
      var errors = YearReader.read(yaml).errors();
      assertThat(errors).extracting(FieldError::field).containsExactly("origin", "makeup");
      assertThat(errors.getLast().message().en()).isEqualTo("must be a weekend day: 2026-05-08");
      assertThat(errors.getLast().message().zh()).isEqualTo("补班日应为周末:2026-05-08");
    }
  }

  @Nested
  class Shipping {

    @Test
    void failsWithFileAndFieldWhenAShippedYearIsWrong() {
      assertThatIllegalStateException()
          .isThrownBy(() -> Shipped.year("2026.yaml", spoiled("2026-05-09", "2026-05-08")))
          .withMessage("calendar/2026.yaml: makeup must be a weekend day: 2026-05-08");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"14:30\" | \"11:30\" | sessions[1].from",
          "\"14:30\" | noon | sessions[1].from",
          "origin: ours | origin: theirs | origin",
          "sessions: | session: | sessions",
        })
    void failsWhenTheOfficeHoursAreWrong(String from, String to, String field) {
      var yaml = shippedFile("office-hours.yaml");
      assertThat(yaml).contains(from);
      assertThatIllegalStateException()
          .isThrownBy(() -> Shipped.hours("office-hours.yaml", yaml.replace(from, to)))
          .withMessageContaining("calendar/office-hours.yaml: " + field);
    }
  }
}
