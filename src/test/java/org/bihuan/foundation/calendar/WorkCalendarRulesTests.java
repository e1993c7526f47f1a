package org.bihuan.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bihuan.foundation.calendar.CalendarFixtures.at;
import static org.bihuan.foundation.calendar.CalendarFixtures.day;
import static org.bihuan.foundation.calendar.CalendarFixtures.due;
import static org.bihuan.foundation.calendar.CalendarFixtures.on;
import static org.bihuan.foundation.calendar.CalendarFixtures.stop;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarRulesTests {

  private final WorkCalendar calendar = WorkCalendar.shipped();

  private int workdays(YearMonth month) {
    return calendar.workdaysBetween(month.atDay(1).minusDays(1), month.atEndOfMonth());
  }

  @Nested
  class TheYears {

    @Test
    void have248WorkingDaysEach() {
      assertThat(calendar.workdaysBetween(day("2024-12-31"), day("2025-12-31"))).isEqualTo(248);
      assertThat(calendar.workdaysBetween(day("2025-12-31"), day("2026-12-31"))).isEqualTo(248);
    }

    @Test
    void haveTheWorkingDaysOfEachMonthOf2026() {
      var months = IntStream.rangeClosed(1, 12).map(m -> workdays(YearMonth.of(2026, m)));
      assertThat(months).containsExactly(21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23);
    }

    @ParameterizedTest
    @CsvSource({"2025, 28, 5", "2026, 33, 6"})
    void listDaysOffAndMakeupDays(int year, int off, int makeup) {
      var days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).toList();
      assertThat(days).filteredOn(d -> calendar.holiday(d).isPresent()).hasSize(off);
      assertThat(days)
          .filteredOn(d -> d.getDayOfWeek().getValue() >= 6 && calendar.isWorkday(d))
          .hasSize(makeup);
    }

    @Test
    void knowOnlyThe13StatutoryDaysOf2027() {
      var days = day("2027-01-01").datesUntil(day("2028-01-01")).toList();
      assertThat(days).filteredOn(d -> calendar.holiday(d).isPresent()).hasSize(13);
      assertThat(days).allMatch(calendar::provisional);
      assertThat(calendar.provisional(day("2026-12-31"))).isFalse();
      assertThat(calendar.provisional(day("2031-05-05"))).isTrue();
    }

    @Test
    void nameTheirSource() {
      assertThat(calendar.years())
          .extracting(CalendarYear::year, CalendarYear::published)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(2025, true),
              org.assertj.core.groups.Tuple.tuple(2026, true),
              org.assertj.core.groups.Tuple.tuple(2027, false));
      assertThat(calendar.years().getFirst().source()).contains("国办发明电〔2024〕12号");
    }

    @Test
    void endWhereTheCalendarEnds() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> calendar.isWorkday(day("2023-12-31")))
          .withMessageContaining("2024-01-01 to 2060-12-31");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> due("3650 workday", on("2055-01-01")))
          .withMessageContaining("2060-12-31");
      assertThat(due("3650 workday", on("2026-11-23")).provisional()).isTrue();
    }
  }

  @Nested
  class WorkingDays {

    @ParameterizedTest
    @CsvSource({
      "2025-12-31, 1, 2026-01-04",
      "2026-02-13, 1, 2026-02-14",
      "2026-02-13, 5, 2026-02-27",
      "2026-02-13, 7, 2026-03-02",
      "2026-02-27, 1, 2026-02-28",
      "2026-04-30, 5, 2026-05-11",
      "2026-05-08, 1, 2026-05-09",
      "2026-06-16, 7, 2026-06-26",
      "2026-06-18, 1, 2026-06-22",
      "2026-09-18, 1, 2026-09-20",
      "2026-09-24, 7, 2026-10-12",
      "2026-09-24, 20, 2026-10-29",
      "2026-09-30, 1, 2026-10-08",
      "2026-09-30, 3, 2026-10-10",
      "2026-11-23, 20, 2026-12-21",
      "2026-10-01, 1, 2026-10-08",
      "2026-02-21, 2, 2026-02-25"
    })
    void endOnTheDayTheLawGives(LocalDate start, int amount, LocalDate last) {
      var due = due(amount + " workday", on(start.toString()));
      assertThat(due.day()).isEqualTo(last);
      assertThat(due.at()).isEqualTo(at(last.plusDays(1) + "T00:00"));
      assertThat(due.provisional()).isFalse();
    }

    @Test
    void areProvisionalPastThePublishedYears() {
      var due = due("30 workday", on("2026-11-23"));
      assertThat(due.day()).isEqualTo("2027-01-05");
      assertThat(due.provisional()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-16T00:00", "2026-06-16T23:59:59"})
    void doNotCountTheStartDayWhateverTheHour(String start) {
      assertThat(due("1 workday", at(start)).day()).isEqualTo("2026-06-17");
    }

    @Test
    void ofAmountZeroEndWithTheSameDayEvenAHoliday() {
      assertThat(due("0 workday", on("2026-10-03")))
          .isEqualTo(new Deadline(day("2026-10-03"), at("2026-10-04T00:00"), false));
    }
  }

  @Nested
  class StopsOfDays {

    @ParameterizedTest
    @CsvSource({
      "2026-06-17, 2026-06-17, 2026-06-26", // nothing between
      "2026-06-17, 2026-06-18, 2026-06-29", // one working day
      "2026-06-19, 2026-06-22, 2026-06-26", // a holiday all of it
      "2026-06-18, 2026-06-23, 2026-06-30", // a holiday in the middle
      "2026-06-10, 2026-06-18, 2026-06-29", // began before the start
      "2026-06-26, 2026-06-29, 2026-06-29", // begins on the last day
      "2026-06-27, 2026-07-29, 2026-06-26" // begins too late to matter
    })
    void leaveOutTheirDays(String from, String until, LocalDate last) {
      assertThat(due("7 workday", on("2026-06-16"), stop(from, until)).day()).isEqualTo(last);
    }

    @Test
    void countOnceWhereTheyOverlap() {
      var stops =
          new Stop[] {
            stop("2026-07-06", "2026-07-09"),
            stop("2026-07-01", "2026-07-03"),
            stop("2026-07-02", "2026-07-07")
          };
      assertThat(due("3 workday", on("2026-06-30"), stops).day()).isEqualTo("2026-07-13");
    }

    @Test
    void thatStillStandLeaveTheDeadlineOpen() {
      var open = stop("2026-06-18", null);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> due("7 workday", on("2026-06-16"), open))
          .withMessageContaining("stands since");
      var earliest =
          calendar.due(Limit.of("7 workday"), on("2026-06-16"), List.of(open), on("2026-07-01"));
      assertThat(earliest.day()).isEqualTo("2026-07-08");
    }

    @Test
    void cannotEndBeforeTheyBegin() {
      assertThatIllegalArgumentException().isThrownBy(() -> stop("2026-06-18", "2026-06-17"));
    }
  }

  @Nested
  class CalendarDays {

    @ParameterizedTest
    @CsvSource({
      "2026-09-01, 15, 2026-09-16", // an ordinary Wednesday
      "2026-09-01, 30, 2026-10-08", // 10-01 begins the holiday
      "2026-06-01, 19, 2026-06-22", // Saturday of a holiday
      "2026-05-02, 7, 2026-05-09", // a make-up Saturday is a working day
      "2026-07-01, 10, 2026-07-13", // Saturday
      "2026-10-01, 60, 2026-11-30"
    })
    void moveTheLastDayToTheNextWorkingDay(String start, int amount, LocalDate last) {
      assertThat(due(amount + " day", on(start))).returns(last, Deadline::day);
    }

    @Test
    void areCertainUnlessTheirLastDayIsUnpublished() {
      assertThat(due("30 day", on("2026-11-30")).provisional()).isFalse(); // 12-30
      assertThat(due("31 day", on("2026-12-01")))
          .isEqualTo(new Deadline(day("2027-01-04"), at("2027-01-05T00:00"), true));
      assertThat(due("60 day", on("2026-12-01")).provisional()).isTrue();
    }

    @Test
    void moveOverAStopThatBeginsOnTheNextWorkingDay() {
      // the tenth day is Saturday 07-11; Monday to Wednesday are stopped
      var due = due("10 day", on("2026-07-01"), stop("2026-07-13", "2026-07-16"));
      assertThat(due.day()).isEqualTo("2026-07-16");
    }

    @Test
    void ofAmountZeroDoNotMove() {
      assertThat(due("0 day", on("2026-10-03")).day()).isEqualTo("2026-10-03");
    }
  }

  @Nested
  class Using {

    @ParameterizedTest
    @CsvSource({
      "workday, 2026-06-16T09:00, 2026-06-16T17:00, 0",
      "workday, 2026-06-16T09:00, 2026-06-17T00:00, 1",
      "workday, 2026-06-16T09:00, 2026-06-26T23:59, 7",
      "workday, 2026-06-16T09:00, 2026-06-10T23:59, 0",
      "day, 2026-06-16T09:00, 2026-06-26T01:00, 10",
      "hour, 2026-06-16T09:00, 2026-06-16T09:00, 0",
      "hour, 2026-06-16T09:00, 2026-06-16T09:01, 1",
      "hour, 2026-06-16T09:00, 2026-06-16T11:00, 2",
      "workhour, 2026-06-16T09:00, 2026-06-16T15:30, 4",
      "workhour, 2026-06-18T17:00, 2026-06-22T08:00, 1"
    })
    void countsUnitsBegun(String unit, String start, String end, int used) {
      assertThat(calendar.used(Unit.of(unit), at(start), at(end), List.of())).isEqualTo(used);
    }

    @Test
    void leavesOutStopsAndEndsAStandingOne() {
      var stops = List.of(stop("2026-06-18", "2026-06-23"), stop("2026-06-25", null));
      assertThat(calendar.used(Unit.WORKDAY, on("2026-06-16"), on("2026-06-30"), stops))
          .isEqualTo(4); // 06-17, 06-23, 06-24 and the day of the end
    }
  }
}
