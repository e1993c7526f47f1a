package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.bihuan.foundation.access.entry.KnownDevices;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passage.Half;
import org.bihuan.foundation.access.entry.Passkeys;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages where staff sign in. The password they send is taken by the filter before it gets here;
 * the second factor is shown here.
 */
@Controller
@Open(reason = "one cannot be signed in before signing in")
class SignInPages {

  private final SecondFactor factors;
  private final Passkeys passkeys;
  private final KnownDevices devices;
  private final OidcSettings oidc;
  private final Entering entering;
  private final Clock clock;

  SignInPages(
      SecondFactor factors,
      Passkeys passkeys,
      KnownDevices devices,
      OidcSettings oidc,
      Entering entering,
      Clock clock) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.devices = devices;
    this.oidc = oidc;
    this.entering = entering;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  ModelAndView signIn(
      @Nullable Actor actor, @RequestParam Map<String, String> asked, HttpServletRequest request) {
    if (actor != null) {
      return new ModelAndView(actor.is(Role.APPLICANT) ? "redirect:/my" : "redirect:/desk");
    }
    return new ModelAndView(
        "portal/sign-in",
        Map.of(
            "failed", asked.containsKey("failed"),
            "key", asked.containsKey("key"),
            "oidc", asked.containsKey("oidc"),
            "provider", oidc.isOn(),
            "passkeys", passkeys.isOffered(request.getServerName()),
            "waiting", asked.containsKey("wait"),
            "changed", asked.containsKey("changed"),
            "made", asked.containsKey("made"),
            "out", asked.containsKey("out")));
  }

  @GetMapping("/sign-in/second")
  ModelAndView second(HttpServletRequest request) {
    var half = Passage.half(request, clock.instant());
    return half == null
        ? new ModelAndView("redirect:/sign-in")
        : page(half, Typed.NOTHING, request);
  }

  @PostMapping("/sign-in/second")
  ModelAndView second(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    var half = Passage.half(request, clock.instant());
    if (half == null) {
      return new ModelAndView("redirect:/sign-in");
    }
    return switch (factors.show(half.staff(), code, devices.whence(request, half.staff()))) {
      case SecondFactor.Shown.Right _ -> enter(half, request, response);
      case SecondFactor.Shown.Wrong _ ->
          refused(half, Faults.CODE_WRONG, HttpStatus.UNPROCESSABLE_CONTENT, request);
      case SecondFactor.Shown.MustWait _ ->
          refused(half, Faults.MUST_WAIT, HttpStatus.TOO_MANY_REQUESTS, request);
    };
  }

  private ModelAndView enter(Half half, HttpServletRequest request, HttpServletResponse response) {
    var ticket = new Ticket(half.staff(), half.stamp());
    return new ModelAndView("redirect:" + entering.enter(ticket, request, response));
  }

  private ModelAndView refused(
      Half half, Faults fault, HttpStatus status, HttpServletRequest request) {
    var page = page(half, fault.typed("code"), request);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(Half half, Typed typed, HttpServletRequest request) {
    return new ModelAndView(
        "account/second",
        Map.of(
            "typed",
            typed,
            "byCode",
            factors.isSetUp(half.staff()),
            "passkeys",
            passkeys.isOffered(request.getServerName())));
  }
}
