package org.bihuan.portal.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.loop.cases.ClockRun;

/** How a limit was counted, day by day; while the clock stands still, as if it went on now. */
@Schema(name = "ExplainedClock")
record DaysAnswer(
    String clock,
    int run,
    String status,
    @JsonUnwrapped ClockAnswer.Terms terms,
    @JsonUnwrapped ClockAnswer.Due due,
    List<Day> days) {

  /**
   * One day.
   *
   * @param kind start, counted, makeup, weekend, holiday, stopped or unpublished
   * @param n units used up after it
   */
  @Schema(name = "CountedDay")
  record Day(LocalDate date, String kind, int n) {}

  static DaysAnswer of(ClockRun run, ClockAnswer.Reader reader) {
    var days =
        reader
            .calendar()
            .explain(run.terms().whole(), run.startedAt(), run.stops(), reader.now())
            .stream()
            .map(day -> new Day(day.date(), day.kind().code(), day.n()))
            .toList();
    return new DaysAnswer(
        run.clock(),
        run.run(),
        run.status().code(),
        ClockAnswer.Terms.of(run),
        reader.counted(run),
        days);
  }
}
