package org.bihuan.portal.reveals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.reveals.Reveals.Field;
import org.bihuan.foundation.policy.Policy;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.RevealRefusal;
import org.bihuan.loop.sight.Revealed;
import org.bihuan.loop.sight.Revealing;
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

/** Seeing a person's details in full: for a reason, on the answer to one form, and logged. */
@Controller
@RequestMapping("/desk/cases/{number}/reveal")
@Needs({Role.CLERK, Role.DISPATCHER, Role.HANDLER, Role.APPROVER, Role.CALLER, Role.LEADER})
class RevealPages {

  private final Sights sights;
  private final Revealing revealing;
  private final Policy policy;

  RevealPages(Sights sights, Revealing revealing, Policy policy) {
    this.sights = sights;
    this.revealing = revealing;
    this.policy = policy;
  }

  @GetMapping
  ModelAndView form(@PathVariable String number, Actor actor) {
    return page(file(number, actor), actor, Typed.NOTHING);
  }

  /** What is shown is the answer itself: it stands in no address and is kept by no browser. */
  @PostMapping
  ModelAndView reveal(
      @PathVariable String number,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      HttpServletRequest request) {
    var file = file(number, actor);
    var typed = Typed.of(sent);
    var fields = fields(typed.values().getOrDefault("field", List.of()));
    var from = request.getRemoteAddr();
    return switch (revealing.reveal(actor, file, fields, typed.value("reason"), from)) {
      case Revealed.Shown(var values) -> page(file, actor, typed).addObject("values", values);
      case Revealed.Refused(var reason) -> refused(page(file, actor, typed, reason));
    };
  }

  private CaseView file(String number, Actor actor) {
    return sights
        .find(Revealing.ROUTE, number, actor)
        .filter(file -> revealing.may(actor, file))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Set<Field> fields(List<String> named) {
    var fields = new LinkedHashSet<Field>();
    Arrays.stream(Field.values()).filter(f -> named.contains(f.code())).forEach(fields::add);
    return fields;
  }

  private ModelAndView page(CaseView file, Actor actor, Typed typed, RevealRefusal reason) {
    var field =
        switch (reason) {
          case REASON_LENGTH -> "reason";
          case NO_FIELD, NOT_YOURS, NOT_ON_FILE -> "field";
        };
    var error = new FieldError(field, reason.code(), reason.message());
    return page(file, actor, typed.with(List.of(error)));
  }

  private ModelAndView page(CaseView file, Actor actor, Typed typed) {
    return new ModelAndView(
        "reveals/reveal",
        Map.of(
            "number", file.identity().number().value(),
            "title", file.subject().title(),
            "fields", revealing.fields(actor),
            "reason", policy.reason(),
            "typed", typed));
  }

  private static ModelAndView refused(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}
