package org.bihuan.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.foundation.calendar.CalendarFixtures.at;
import static org.bihuan.foundation.calendar.CalendarFixtures.due;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursRulesTests {

  @Nested
  class RunningHours {

    @ParameterizedTest
    @CsvSource({
      "2026-06-16T09:30, 2, 2026-06-16T11:30, 2026-06-16",
      "2026-12-31T23:30, 24, 2027-01-01T23:30, 2027-01-01",
      "2026-06-19T08:00, 16, 2026-06-20T00:00, 2026-06-19",
      "2026-06-16T09:30, 0, 2026-06-16T09:30, 2026-06-16"
    })
    void runFromTheMomentAndAreNeverProvisional(String start, int n, String end, LocalDate day) {
      assertThat(due(n + " hour", at(start))).isEqualTo(new Deadline(day, at(end), false));
    }

    @Test
    void leaveOutStopsToTheSecond() {
      var stops =
          new Stop[] {
            new Stop(at("2026-06-16T10:00"), at("2026-06-16T10:20:30")),
            new Stop(at("2026-06-16T10:10"), at("2026-06-16T10:30")),
            new Stop(at("2026-06-16T12:00"), at("2026-06-18T12:00"))
          };
      assertThat(due("2 hour", at("2026-06-16T09:30"), stops).at())
          .isEqualTo(at("2026-06-16T12:00"));
      assertThat(due("3 hour", at("2026-06-16T09:30"), stops).at())
          .isEqualTo(at("2026-06-18T13:00"));
    }
  }

  @Nested
  class WorkingHours {

    @ParameterizedTest
    @CsvSource({
      "2026-06-16T09:00, 2, 2026-06-16T11:00", // one morning
      "2026-06-16T11:00, 2, 2026-06-16T15:30", // over lunch
      "2026-06-16T11:00, 1, 2026-06-16T12:00", // up to lunch, not to 14:30
      "2026-06-16T13:00, 1, 2026-06-16T15:30", // begun at lunch
      "2026-06-16T19:00, 1, 2026-06-17T09:30", // begun in the evening
      "2026-06-16T06:00, 7, 2026-06-16T18:00", // a whole day
      "2026-06-18T17:00, 2, 2026-06-22T09:30", // over a holiday
      "2026-07-03T17:30, 1, 2026-07-06T09:00", // over a weekend
      "2026-05-08T17:30, 1, 2026-05-09T09:00", // into a make-up Saturday
      "2026-10-03T10:00, 1, 2026-10-08T09:30", // begun on a holiday
      "2026-10-03T10:00, 0, 2026-10-03T10:00"
    })
    void runOnlyWhileTheWindowsAreOpen(String start, int n, String end) {
      assertThat(due(n + " workhour", at(start)))
          .returns(at(end), Deadline::at)
          .returns(LocalDate.parse(end.substring(0, 10)), Deadline::day)
          .returns(false, Deadline::provisional);
    }

    @Test
    void leaveOutOnlyTheOpenPartOfAStop() {
      // 11:00 to 15:00 takes an hour and a half of open time
      var stop = new Stop(at("2026-06-16T11:00"), at("2026-06-16T15:00"));
      assertThat(due("3 workhour", at("2026-06-16T10:00"), stop).at())
          .isEqualTo(at("2026-06-16T17:00"));
    }

    @Test
    void areProvisionalInAnUnpublishedYear() {
      assertThat(due("4 workhour", at("2026-12-31T16:00")))
          .isEqualTo(new Deadline(LocalDate.of(2027, 1, 4), at("2027-01-04T10:30"), true));
    }
  }
}
