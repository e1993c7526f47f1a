package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Guesses.Whence;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.SignIn;
import org.bihuan.foundation.access.entry.KnownDevices;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passkeys;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.bihuan.foundation.access.entry.Standing;
import org.bihuan.foundation.access.entry.Visits;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Showing again who one is before something grave: with a code or a passkey where a second factor
 * is set up, else with the password. A resident gets a new code.
 */
@Controller
@RequestMapping("/account/prove")
@Needs.SignedIn
class ProvePages {

  private final Sessions sessions;
  private final SecondFactor factors;
  private final Passkeys passkeys;
  private final KnownDevices devices;
  private final Visits visits;

  ProvePages(
      Sessions sessions,
      SecondFactor factors,
      Passkeys passkeys,
      KnownDevices devices,
      Visits visits) {
    this.sessions = sessions;
    this.devices = devices;
    this.factors = factors;
    this.passkeys = passkeys;
    this.visits = visits;
  }

  @GetMapping
  ModelAndView ask(Actor actor, HttpServletRequest request) {
    return actor.is(Role.APPLICANT)
        ? new ModelAndView("redirect:/my/sign-in")
        : page(actor, Typed.NOTHING, request);
  }

  @PostMapping
  ModelAndView prove(
      @RequestParam(defaultValue = "") String secret, Actor actor, HttpServletRequest request) {
    var whence = devices.whence(request, actor.id());
    var fault =
        factors.isAsked(actor.id())
            ? byCode(actor, secret, whence)
            : byPassword(actor, secret, whence);
    return proved(fault, Faults.PASSWORD_WRONG, actor, request);
  }

  @PostMapping("/passkey")
  ModelAndView provePasskey(
      @RequestParam(defaultValue = "") String answer, Actor actor, HttpServletRequest request) {
    var asked = Ceremony.take(request);
    var fault =
        asked == null
            ? Faults.PASSKEY_UNKNOWN
            : switch (passkeys.show(asked, answer, request.getRemoteAddr())) {
              case Passkeys.Shown.Right(var ticket) when ticket.staff().equals(actor.id()) -> null;
              case Passkeys.Shown.Right _, Passkeys.Shown.Wrong _ -> Faults.PASSKEY_UNKNOWN;
              case Passkeys.Shown.MustWait _ -> Faults.MUST_WAIT;
            };
    return proved(fault, Faults.PASSKEY_UNKNOWN, actor, request);
  }

  /**
   * Onward, or the page again.
   *
   * @param fault what was wrong with what was shown; absent if nothing
   * @param ended what to say if the visit ended meanwhile
   */
  private ModelAndView proved(
      @Nullable Faults fault, Faults ended, Actor actor, HttpServletRequest request) {
    if (fault == null && visits.prove(Standing.required())) {
      return new ModelAndView("redirect:" + Passage.way(request.getSession(), "/account"));
    }
    var page = page(actor, (fault == null ? ended : fault).typed("secret"), request);
    page.setStatus(
        fault == Faults.MUST_WAIT
            ? HttpStatus.TOO_MANY_REQUESTS
            : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private @Nullable Faults byCode(Actor actor, String code, Whence whence) {
    return switch (factors.show(actor.id(), code, whence)) {
      case SecondFactor.Shown.Right _ -> null;
      case SecondFactor.Shown.Wrong _ -> Faults.CODE_WRONG;
      case SecondFactor.Shown.MustWait _ -> Faults.MUST_WAIT;
    };
  }

  private @Nullable Faults byPassword(Actor actor, String password, Whence whence) {
    return switch (sessions.prove(actor.id(), password, whence)) {
      case SignIn.Admitted _ -> null;
      case SignIn.Rejected _ -> Faults.PASSWORD_WRONG;
      case SignIn.MustWait _ -> Faults.MUST_WAIT;
    };
  }

  private ModelAndView page(Actor actor, Typed typed, HttpServletRequest request) {
    return new ModelAndView(
        "account/prove",
        Map.of(
            "typed",
            typed,
            "byCode",
            factors.isSetUp(actor.id()),
            "byPassword",
            !factors.isAsked(actor.id()),
            "passkeys",
            passkeys.isOffered(request.getServerName()) && !passkeys.of(actor.id()).isEmpty()));
  }
}
