package org.bihuan.portal.desk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The desk of those who work: what has to be moved next, and everything about one matter. */
@Controller
@Needs({
  Role.CLERK,
  Role.DISPATCHER,
  Role.HANDLER,
  Role.APPROVER,
  Role.CALLER,
  Role.LEADER,
  Role.ADMIN
})
class DeskPages {

  private final Cases cases;
  private final FilesInSight files;
  private final ListReading lists;
  private final SheetReading sheets;
  private final Calendars calendars;
  private final Clock clock;

  DeskPages(
      Cases cases,
      FilesInSight files,
      ListReading lists,
      SheetReading sheets,
      Calendars calendars,
      Clock clock) {
    this.cases = cases;
    this.files = files;
    this.lists = lists;
    this.sheets = sheets;
    this.calendars = calendars;
    this.clock = clock;
  }

  @GetMapping("/desk")
  ModelAndView list(
      @RequestParam(required = false) @Nullable String queue, Filter filter, Actor actor) {
    var list = lists.read(Queue.of(queue, actor), filter.wanted(), actor);
    var typed = new LinkedHashMap<String, List<String>>();
    list.asked().forEach((name, value) -> typed.put(name, List.of(value)));
    return new ModelAndView("desk/list", Map.of("list", list, "typed", Typed.of(typed)));
  }

  @GetMapping("/desk/cases/{number}")
  ModelAndView sheet(@PathVariable String number, Actor actor) {
    var file = file(number, actor);
    return new ModelAndView(
        "desk/case",
        Map.of("sheet", sheets.read(file, actor), "reveals", files.mayReveal(file, actor)));
  }

  /** The latest run of a clock unless another is asked for. */
  @GetMapping("/desk/cases/{number}/clocks/{clock}")
  ModelAndView explained(
      @PathVariable String number,
      @PathVariable("clock") String name,
      @RequestParam(required = false) @Nullable Integer run,
      Actor actor) {
    var file = file(number, actor);
    var runs =
        file.clocks().stream()
            .filter(r -> r.clock().equals(name) && (run == null || r.run() == run))
            .toList();
    if (runs.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var reading = new ClockReading(cases.procedure(file), calendars.current(), clock.instant());
    return new ModelAndView(
        "desk/clock",
        Map.of(
            "number", file.identity().number().value(),
            "line", reading.line(runs.getLast()),
            "days", reading.explain(runs.getLast())));
  }

  private CaseView file(String number, Actor actor) {
    return files.find(FilesInSight.SHEET, number, actor);
  }

  /** What the filter above the list sends. */
  record Filter(
      @Nullable String unit, @Nullable String state, @Nullable String q, @Nullable String after) {

    Queue.Wanted wanted() {
      return Queue.Wanted.of(unit, state, q, after);
    }
  }
}
