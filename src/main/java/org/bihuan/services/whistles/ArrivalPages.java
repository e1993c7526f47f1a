package org.bihuan.services.whistles;

import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On the spot: the street shows a code, the department types it in or shows where it is. */
@Controller
@RequestMapping("/desk/whistles/{number}")
@Needs(Role.HANDLER)
class ArrivalPages {

  private static final String ROUTE = "GET /desk/whistles/{number}/arrival";

  private final Sights sights;
  private final Arrivals arrivals;
  private final WhistleReading reading;

  ArrivalPages(Sights sights, Arrivals arrivals, WhistleReading reading) {
    this.sights = sights;
    this.arrivals = arrivals;
    this.reading = reading;
  }

  @GetMapping("/arrival")
  ModelAndView form(@PathVariable String number, Actor actor) {
    var call = WhistleDoor.file(sights, ROUTE, number, actor);
    var line = line(call, actor);
    return line.arrives() ? page(line, call, Typed.NOTHING) : elsewhere(call);
  }

  @PostMapping("/arrival")
  ModelAndView arrive(
      @PathVariable String number, @RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var call = WhistleDoor.file(sights, ROUTE, number, actor);
    var line = line(call, actor);
    if (!line.arrives()) {
      return elsewhere(call);
    }
    var typed = Typed.of(sent);
    var done =
        typed.value("position").isBlank()
            ? arrivals.byCode(call, typed.value("code"), actor)
            : arrivals.byPlace(call, typed.value("position"), actor);
    return switch (done) {
      case Blown.Done(var file) -> WhistleDoor.whistle(file);
      case Blown.Refused(var errors) -> {
        var page = page(line, call, typed.with(errors));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  /** The street shows a new code; it is seen once, on the page that follows. */
  @PostMapping("/code")
  ModelAndView show(@PathVariable String number, Actor actor, RedirectAttributes later) {
    var call = WhistleDoor.file(sights, ROUTE, number, actor);
    var code = arrivals.show(call, actor);
    if (code.isEmpty()) {
      return elsewhere(call);
    }
    later.addFlashAttribute("code", code.get());
    later.addFlashAttribute("codeFor", reading.head(call).unit());
    return WhistleDoor.whistle(call);
  }

  private WhistleSheet.CallLine line(CaseView call, Actor actor) {
    return reading.line(call, actor);
  }

  private static ModelAndView elsewhere(CaseView file) {
    return file.identity().procedure().equals(Whistles.CALL)
        ? WhistleDoor.whistle(file)
        : WhistleDoor.elsewhere(file);
  }

  private static ModelAndView page(WhistleSheet.CallLine line, CaseView call, Typed typed) {
    return new ModelAndView(
        "whistles/arrival",
        Map.of(
            "line", line,
            "typed", typed,
            "place", call.facts().path("place").asString(""),
            "task", call.facts().path("task").asString(""),
            "located", call.facts().has("position"),
            "radius", ArrivalRules.SHIPPED.radiusMetres()));
  }
}
