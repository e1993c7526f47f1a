package org.bihuan.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.foundation.calendar.CalendarFixtures.at;
import static org.bihuan.foundation.calendar.CalendarFixtures.explain;
import static org.bihuan.foundation.calendar.CalendarFixtures.lines;
import static org.bihuan.foundation.calendar.CalendarFixtures.on;
import static org.bihuan.foundation.calendar.CalendarFixtures.stop;

import org.junit.jupiter.api.Test;

class ExplanationRulesTests {

  @Test
  void tellsEveryDayOfThePermitOverTheDragonBoatFestival() {
    assertThat(lines(explain("7 workday", on("2026-06-16"))))
        .containsExactly(
            "2026-06-16 start 0",
            "2026-06-17 counted 1",
            "2026-06-18 counted 2",
            "2026-06-19 holiday 2",
            "2026-06-20 holiday 2",
            "2026-06-21 holiday 2",
            "2026-06-22 counted 3",
            "2026-06-23 counted 4",
            "2026-06-24 counted 5",
            "2026-06-25 counted 6",
            "2026-06-26 counted 7");
  }

  @Test
  void showsMakeupDaysAsCounted() {
    assertThat(lines(explain("2 workday", on("2026-05-08"))))
        .containsExactly(
            "2026-05-08 start 0",
            "2026-05-09 makeup 1",
            "2026-05-10 weekend 1",
            "2026-05-11 counted 2");
  }

  @Test
  void showsStoppedDaysAsStoppedWhateverElseTheyAre() {
    assertThat(lines(explain("2 workday", on("2026-07-02"), stop("2026-07-04", "2026-07-07"))))
        .containsExactly(
            "2026-07-02 start 0",
            "2026-07-03 counted 1",
            "2026-07-04 stopped 1",
            "2026-07-05 stopped 1",
            "2026-07-06 stopped 1",
            "2026-07-07 counted 2");
  }

  @Test
  void showsUnpublishedDaysButKnowsStatutoryOnes() {
    assertThat(lines(explain("2 workday", on("2026-12-30"))))
        .containsExactly(
            "2026-12-30 start 0",
            "2026-12-31 counted 1",
            "2027-01-01 holiday 1",
            "2027-01-02 weekend 1",
            "2027-01-03 weekend 1",
            "2027-01-04 unpublished 2");
  }

  @Test
  void givesTheLastUnitOfCalendarDaysToTheDayItMovedTo() {
    assertThat(lines(explain("3 day", on("2026-07-01"))))
        .containsExactly(
            "2026-07-01 start 0",
            "2026-07-02 counted 1",
            "2026-07-03 counted 2",
            "2026-07-04 weekend 2",
            "2026-07-05 weekend 2",
            "2026-07-06 counted 3");
  }

  @Test
  void countsEveryCalendarDayBeforeTheLast() {
    assertThat(lines(explain("3 day", on("2026-06-19"))))
        .containsExactly(
            "2026-06-19 start 0",
            "2026-06-20 counted 1",
            "2026-06-21 counted 2",
            "2026-06-22 counted 3");
  }

  @Test
  void isOneLineForAtOnce() {
    assertThat(lines(explain("0 workday", on("2026-06-16")))).containsExactly("2026-06-16 start 0");
    assertThat(lines(explain("0 day", on("2026-10-01")))).containsExactly("2026-10-01 start 0");
    assertThat(lines(explain("0 hour", on("2026-06-16")))).containsExactly("2026-06-16 start 0");
  }

  @Test
  void tellsWholeHoursUsedUpByTheEndOfTheDay() {
    assertThat(lines(explain("30 hour", at("2026-06-18T20:30"))))
        .containsExactly("2026-06-18 start 3", "2026-06-19 counted 27", "2026-06-20 counted 30");
    assertThat(lines(explain("10 workhour", at("2026-06-18T15:00"))))
        .containsExactly(
            "2026-06-18 start 3",
            "2026-06-19 holiday 3",
            "2026-06-20 holiday 3",
            "2026-06-21 holiday 3",
            "2026-06-22 counted 10");
  }

  @Test
  void showsAWorkingDayWhoseOfficeHoursAreAllStopped() {
    var stop = new Stop(at("2026-06-23T08:00"), at("2026-06-23T18:30"));
    assertThat(lines(explain("8 workhour", at("2026-06-22T08:30"), stop)))
        .containsExactly("2026-06-22 start 7", "2026-06-23 stopped 7", "2026-06-24 counted 8");
  }
}
