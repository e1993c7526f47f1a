package org.bihuan.portal.desk;

import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.dispatch.Advising;
import org.bihuan.portal.dispatch.PartsProposal;
import org.bihuan.portal.presence.Presence;
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

/** One page for each act: what it does, what it asks for, and what was refused. */
@Controller
@RequestMapping("/desk/cases/{number}/acts/{act}")
@Needs({Role.CLERK, Role.DISPATCHER, Role.HANDLER, Role.APPROVER, Role.CALLER, Role.LEADER})
class ActPages {

  /** The name of sending an act in the policy. */
  static final String ROUTE = "POST /desk/cases/{number}/acts/{act}";

  private final Cases cases;
  private final Sights sights;
  private final ActReading acts;
  private final Presence presence;
  private final Advising advising;
  private final PartsProposal parts;

  ActPages(
      Cases cases,
      Sights sights,
      ActReading acts,
      Presence presence,
      Advising advising,
      PartsProposal parts) {
    this.advising = advising;
    this.parts = parts;
    this.presence = presence;
    this.cases = cases;
    this.sights = sights;
    this.acts = acts;
  }

  @GetMapping
  ModelAndView form(@PathVariable String number, @PathVariable String act, Actor actor) {
    var file = file(number, actor);
    var rule = acts.allowed(file, act, actor);
    if (rule == null) {
      return new ModelAndView("redirect:/desk/cases/" + file.identity().number().value());
    }
    var duty = Map.of("facts.unit", List.of(file.unit()));
    var page = page(file, rule, Typed.of(duty), file.version());
    page.addObject("others", presence.others(file.identity().id(), actor));
    presence.comes(file.identity().id(), actor);
    return page;
  }

  @PostMapping
  ModelAndView perform(
      @PathVariable String number,
      @PathVariable String act,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      RedirectAttributes later) {
    var file = file(number, actor);
    var rule = cases.procedure(file).acts().get(act);
    if (rule == null || rule.automatic() || act.equals(ActRule.OPEN)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var asked = acts.sent(file, rule, Typed.of(sent), actor);
    if (!asked.typed().errors().isEmpty()) {
      return answer(
          page(file, rule, asked.typed(), file.version()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return switch (cases.perform(List.of(asked.act())).getFirst()) {
      case Decision.Accepted(var after) -> {
        later.addFlashAttribute("done", rule.title());
        presence.goes(file.identity().id(), actor);
        yield new ModelAndView("redirect:" + parts.next(after, rule, actor));
      }
      case Decision.Refused refused -> {
        var now = file(number, actor);
        var page = refused(now, rule, asked, refused);
        page.addObject("possible", acts.allowed(now, act, actor) != null);
        yield page;
      }
    };
  }

  /** What is wrong with a field stands beside it; every other refusal above the form. */
  private ModelAndView refused(
      CaseView file, ActRule rule, ActReading.Sent asked, Decision.Refused refused) {
    var seen = asked.act().version();
    if (refused.refusal() == Refusal.INVALID_FACTS) {
      return answer(
          page(file, rule, asked.typed().with(refused.errors()), file.version()),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (refused.refusal() == Refusal.NOTE_NEEDED) {
      var error = new FieldError("note", refused.refusal().code(), refused.refusal().message());
      return answer(
          page(file, rule, asked.typed().with(List.of(error)), file.version()),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var page = page(file, rule, asked.typed(), seen == null ? file.version() : seen);
    page.addObject("refusal", refused.refusal().message());
    return answer(page, HttpStatus.CONFLICT);
  }

  private ModelAndView page(CaseView file, ActRule rule, Typed typed, long seen) {
    return new ModelAndView("desk/act", Map.of("act", acts.sheet(file, rule, seen), "typed", typed))
        .addObject("advice", advising.on(file, rule));
  }

  private static ModelAndView answer(ModelAndView page, HttpStatus status) {
    page.setStatus(status);
    return page;
  }

  private CaseView file(String number, Actor actor) {
    return sights
        .find(ROUTE, number, actor)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
