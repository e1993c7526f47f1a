package org.bihuan.services.whistles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.Sights;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** How a whistle ends: the lead gathers, the street closes and rates, or calls it off. */
@Controller
@RequestMapping("/desk/whistles/{number}")
@Needs(Role.HANDLER)
class ClosePages {

  private static final String ROUTE = "POST /desk/whistles/{number}/close";

  private final Sights sights;
  private final Whistles whistles;
  private final WhistleReading reading;

  ClosePages(Sights sights, Whistles whistles, WhistleReading reading) {
    this.sights = sights;
    this.whistles = whistles;
    this.reading = reading;
  }

  @GetMapping("/result")
  ModelAndView gather(@PathVariable String number, Actor actor) {
    var file = WhistleDoor.file(sights, ROUTE, number, actor);
    if (!may(file, actor, WhistleSheet.May::report)) {
      return WhistleDoor.elsewhere(file);
    }
    var typed = Typed.of(Map.of("facts.result", List.of(reading.gathered(file))));
    return page("whistles/result", file, typed, actor);
  }

  @PostMapping("/result")
  ModelAndView report(
      @PathVariable String number, @RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var file = WhistleDoor.file(sights, ROUTE, number, actor);
    if (!may(file, actor, WhistleSheet.May::report)) {
      return WhistleDoor.elsewhere(file);
    }
    var typed = Typed.of(sent);
    var done = whistles.report(file, typed.value("facts.result"), actor);
    return answer(done, "whistles/result", file, typed, actor);
  }

  @GetMapping("/close")
  ModelAndView rate(@PathVariable String number, Actor actor) {
    var file = WhistleDoor.file(sights, ROUTE, number, actor);
    return may(file, actor, WhistleSheet.May::close)
        ? page("whistles/close", file, Typed.NOTHING, actor)
        : WhistleDoor.elsewhere(file);
  }

  @PostMapping("/close")
  ModelAndView close(
      @PathVariable String number, @RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var file = WhistleDoor.file(sights, ROUTE, number, actor);
    if (!may(file, actor, WhistleSheet.May::close)) {
      return WhistleDoor.elsewhere(file);
    }
    var typed = Typed.of(sent);
    var done = whistles.close(file, marks(typed), typed.value("note"), actor);
    return answer(done, "whistles/close", file, typed, actor);
  }

  /** What was rated, by department; silence is no rating. */
  private static Map<String, ObjectNode> marks(Typed typed) {
    var marks = new LinkedHashMap<String, ObjectNode>();
    typed
        .under("mark.")
        .forEach(
            (unit, mark) -> {
              if (mark.matches("[1-5]")) {
                var facts = Whistles.nothing().put("mark", Integer.parseInt(mark));
                var reason = typed.value("reason." + unit).strip();
                marks.put(unit, reason.isEmpty() ? facts : facts.put("markReason", reason));
              }
            });
    return marks;
  }

  @PostMapping("/withdraw")
  ModelAndView withdraw(
      @PathVariable String number, @RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var file = WhistleDoor.file(sights, ROUTE, number, actor);
    if (!may(file, actor, WhistleSheet.May::withdraw)) {
      return WhistleDoor.elsewhere(file);
    }
    var typed = Typed.of(sent);
    var done = whistles.withdraw(file, typed.value("note").strip(), actor);
    return answer(done, "whistles/whistle", file, typed, actor);
  }

  private boolean may(CaseView file, Actor actor, Predicate<WhistleSheet.May> what) {
    return file.identity().procedure().equals(Whistles.WHISTLE)
        && what.test(reading.sheet(file, actor).may());
  }

  private ModelAndView answer(
      Blown done, String template, CaseView file, Typed typed, Actor actor) {
    return switch (done) {
      case Blown.Done(var after) -> WhistleDoor.whistle(after);
      case Blown.Refused(var errors) -> {
        var page = page(template, file, typed.with(errors), actor);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private ModelAndView page(String template, CaseView file, Typed typed, Actor actor) {
    return new ModelAndView(template, Map.of("sheet", reading.sheet(file, actor), "typed", typed));
  }
}
