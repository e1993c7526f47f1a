package org.bihuan.portal.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.bihuan.foundation.calendar.CountedDay;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.ClockRun;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.portal.naming.Light;

/** Tells the clocks of a matter at an instant. */
record ClockReading(Procedure procedure, WorkCalendar calendar, Instant now) {

  /** Those that run first, then those that ended, the latest first. */
  List<CaseSheet.ClockLine> lines(List<ClockRun> runs) {
    return runs.stream()
        .sorted(
            Comparator.comparing((ClockRun run) -> !run.open())
                .thenComparing(ClockRun::startedAt, Comparator.reverseOrder()))
        .map(this::line)
        .toList();
  }

  CaseSheet.ClockLine line(ClockRun run) {
    var rule = procedure.clocks().get(run.clock());
    var promised = run.terms().promised();
    var ended = run.endedAt();
    var until = ended == null ? now : ended;
    return new CaseSheet.ClockLine(
        run.clock(),
        run.run(),
        rule == null ? new Text(run.clock(), run.clock()) : rule.title(),
        light(run),
        words(run.terms().whole()),
        promised == null ? null : words(promised),
        calendar.used(run.terms().whole().unit(), run.startedAt(), until, run.stops()),
        days(run),
        rule == null ? "" : rule.source().text());
  }

  /** Every day of a run; while a clock stands still, as if it went on now. */
  List<CountedDay> explain(ClockRun run) {
    return calendar.explain(run.terms().whole(), run.startedAt(), run.stops(), now);
  }

  private CaseSheet.Days days(ClockRun run) {
    boolean stands = run.status() == ClockRun.Status.STOPPED;
    return new CaseSheet.Days(
        run.startedAt(),
        stands ? null : run.due().day(),
        stands ? null : run.due().at(),
        run.due().provisional(),
        stands ? null : run.promisedDay(),
        run.endedAt());
  }

  private String light(ClockRun run) {
    return switch (run.status()) {
      case STOPPED -> Light.STOPPED.code();
      case RUNNING -> Light.of(run.due().at(), now, calendar).code();
      case ENDED -> intime(run) ? "done" : "missed";
    };
  }

  private static boolean intime(ClockRun run) {
    var ended = run.endedAt();
    return ended == null || ended.isBefore(run.due().at());
  }

  /** A limit in words: 7个工作日, 7 working days. */
  static Text words(Limit limit) {
    int n = limit.amount();
    return switch (limit.unit()) {
      case WORKDAY -> new Text(n + "个工作日", n + (n == 1 ? " working day" : " working days"));
      case DAY -> new Text(n + "日", n + (n == 1 ? " day" : " days"));
      case HOUR -> new Text(n + "小时", n + (n == 1 ? " hour" : " hours"));
      case MINUTE -> new Text(n + "分钟", n + (n == 1 ? " minute" : " minutes"));
      case WORKHOUR -> new Text(n + "个工作小时", n + (n == 1 ? " working hour" : " working hours"));
    };
  }
}
