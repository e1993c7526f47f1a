package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Fresh;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.bihuan.foundation.shared.Qr;
import org.bihuan.foundation.shared.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Setting up the second factor: the secret as a picture and as text, a first code, recovery codes.
 */
@Controller
@RequestMapping("/account/second-factor")
@Fresh
@Needs.Staff
class FactorPages {

  /** Shown by the authenticator beside the login name. */
  private static final String HOUSE = "Bihuan";

  private final SecondFactor factors;
  private final Staff staff;

  FactorPages(SecondFactor factors, Staff staff) {
    this.factors = factors;
    this.staff = staff;
  }

  @GetMapping
  ModelAndView factor(Actor actor) {
    if (!factors.isOffered()) {
      return new ModelAndView("redirect:/account");
    }
    if (factors.isSetUp(actor.id())) {
      return new ModelAndView(
          "account/factor",
          Map.of("left", factors.recoveryLeft(actor.id()), "free", factors.isFree()));
    }
    return factors
        .begun(actor.id(), login(actor), HOUSE)
        .map(begun -> enrolment(begun, Typed.NOTHING))
        .orElseGet(() -> new ModelAndView("account/factor-start"));
  }

  /** A secret that was begun before and not confirmed is thrown away. */
  @PostMapping("/begin")
  String begin(Actor actor) {
    if (factors.isOffered()) {
      factors.begin(actor.id(), login(actor), HOUSE);
    }
    return "redirect:/account/second-factor";
  }

  @PostMapping("/confirm")
  ModelAndView confirm(
      @RequestParam(defaultValue = "") String code, Actor actor, HttpServletRequest request) {
    var begun = factors.begun(actor.id(), login(actor), HOUSE);
    if (begun.isEmpty()) {
      return new ModelAndView("redirect:/account/second-factor");
    }
    var recovery = factors.confirm(actor.id(), code, request.getRemoteAddr());
    if (!recovery.isEmpty()) {
      return new ModelAndView("account/recovery", Map.of("codes", recovery));
    }
    var page = enrolment(begun.get(), Faults.CODE_WRONG.typed("code"));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @PostMapping("/drop")
  String drop(Actor actor) {
    if (factors.isFree()) {
      factors.drop(actor.id());
    }
    return "redirect:/account";
  }

  private String login(Actor actor) {
    return staff.find(actor.id()).map(StaffMember::login).orElse("");
  }

  private static ModelAndView enrolment(SecondFactor.Enrolment begun, Typed typed) {
    return new ModelAndView(
        "account/factor-enrol",
        Map.of(
            "typed", typed,
            "qr", Qr.of(begun.uri()),
            "secret", String.join(" ", List.of(begun.secret().split("(?<=\\G.{4})")))));
  }
}
