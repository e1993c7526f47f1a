package org.bihuan.portal.dispatch;

import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks other units to help with a matter: those the duty list names are proposed. */
@Controller
@RequestMapping("/desk/cases/{number}/parts")
@Needs({Role.DISPATCHER, Role.HANDLER, Role.LEADER})
class PartPages {

  private static final String ROUTE = "POST /desk/cases/{number}/parts";
  private static final Text DONE = new Text("已请协办单位办理", "The units were asked to help");

  private final Sights sights;
  private final Parts parts;

  PartPages(Sights sights, Parts parts) {
    this.sights = sights;
    this.parts = parts;
  }

  @GetMapping
  ModelAndView form(@PathVariable String number, Actor actor) {
    var file = file(number, actor);
    return page(file, parts.proposed(file));
  }

  @PostMapping
  ModelAndView open(
      @PathVariable String number,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      RedirectAttributes later) {
    var file = file(number, actor);
    return switch (parts.open(file, Typed.of(sent), actor)) {
      case Parts.Outcome.Opened _ -> {
        later.addFlashAttribute("done", DONE);
        yield new ModelAndView("redirect:/desk/cases/" + number);
      }
      case Parts.Outcome.Wrong(var typed) -> {
        var page = page(file, typed);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private ModelAndView page(CaseView file, Typed typed) {
    return new ModelAndView("dispatch/parts", Map.of("sheet", parts.sheet(file), "typed", typed));
  }

  private CaseView file(String number, Actor actor) {
    return sights
        .find(ROUTE, number, actor)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
