package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Fresh;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.entry.Passkeys;
import org.bihuan.foundation.access.entry.Passkeys.Added;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.bihuan.foundation.shared.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** One's own passkeys: added with a name, listed, removed. */
@Controller
@RequestMapping("/account/passkeys")
@Fresh
@Needs.Staff
class PasskeyPages {

  /** Shown by the browser beside the login name. */
  private static final String HOUSE = "Bihuan";

  private static final String NAME = "name";

  private final Passkeys passkeys;
  private final SecondFactor factors;
  private final Staff staff;

  PasskeyPages(Passkeys passkeys, SecondFactor factors, Staff staff) {
    this.passkeys = passkeys;
    this.factors = factors;
    this.staff = staff;
  }

  @GetMapping
  ModelAndView list(Actor actor, HttpServletRequest request) {
    return page(actor, Typed.NOTHING, request);
  }

  @PostMapping("/options")
  @ResponseBody
  Map<String, Object> ask(Actor actor, HttpServletRequest request) {
    var member = staff.find(actor.id()).orElseThrow();
    return passkeys.making(Ceremony.keep(request, passkeys.ask()), member, HOUSE);
  }

  @PostMapping
  ModelAndView add(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String answer,
      Actor actor,
      HttpServletRequest request) {
    var asked = Ceremony.take(request);
    var added =
        asked == null
            ? Added.NOT_TAKEN
            : passkeys.add(actor.id(), name, asked, answer, request.getRemoteAddr());
    return switch (added) {
      case ADDED -> new ModelAndView("redirect:/account/passkeys");
      case NAME_WRONG ->
          wrong(Faults.PASSKEY_NAME, HttpStatus.UNPROCESSABLE_CONTENT, name, actor, request);
      case NOT_TAKEN ->
          wrong(Faults.PASSKEY_WRONG, HttpStatus.UNPROCESSABLE_CONTENT, name, actor, request);
      case MUST_WAIT -> wrong(Faults.MUST_WAIT, HttpStatus.TOO_MANY_REQUESTS, name, actor, request);
    };
  }

  /** One that is gone already is as well. */
  @PostMapping("/remove")
  String remove(@RequestParam UUID id, Actor actor) {
    if (isSpare(actor.id())) {
      passkeys.remove(actor.id(), id);
    }
    return "redirect:/account/passkeys";
  }

  /** Where a second factor is asked of all, the last one stays until there is another. */
  private boolean isSpare(UUID member) {
    return factors.isFree() || factors.isSetUp(member) || passkeys.of(member).size() > 1;
  }

  private ModelAndView wrong(
      Faults fault, HttpStatus status, String name, Actor actor, HttpServletRequest request) {
    var typed = new Typed(Map.of(NAME, List.of(name)), List.of(fault.at(NAME)));
    var page = page(actor, typed, request);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(Actor actor, Typed typed, HttpServletRequest request) {
    return new ModelAndView(
        "account/passkeys",
        Map.of(
            "typed",
            typed,
            "passkeys",
            passkeys.of(actor.id()),
            "offered",
            passkeys.isOffered(request.getServerName()),
            "spare",
            isSpare(actor.id())));
  }
}
