package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.bihuan.foundation.access.entry.Passage.Half;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.bihuan.foundation.access.entry.Visits;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
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
  private final Visits visits;
  private final Clock clock;

  SignInPages(SecondFactor factors, Visits visits, Clock clock) {
    this.factors = factors;
    this.visits = visits;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  ModelAndView signIn(@Nullable Actor actor, @RequestParam Map<String, String> asked) {
    if (actor != null) {
      return new ModelAndView(actor.is(Role.APPLICANT) ? "redirect:/my" : "redirect:/desk");
    }
    return new ModelAndView(
        "portal/sign-in",
        Map.of(
            "failed", asked.containsKey("failed"),
            "waiting", asked.containsKey("wait"),
            "changed", asked.containsKey("changed"),
            "made", asked.containsKey("made"),
            "out", asked.containsKey("out")));
  }

  @GetMapping("/sign-in/second")
  ModelAndView second(HttpServletRequest request) {
    return Passage.half(request, clock.instant()) == null
        ? new ModelAndView("redirect:/sign-in")
        : page(Typed.NOTHING);
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
    return switch (factors.show(half.staff(), code, request.getRemoteAddr())) {
      case SecondFactor.Shown.Right _ -> enter(half, request, response);
      case SecondFactor.Shown.Wrong _ ->
          refused(Faults.CODE_WRONG, HttpStatus.UNPROCESSABLE_CONTENT);
      case SecondFactor.Shown.MustWait _ -> refused(Faults.MUST_WAIT, HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  private ModelAndView enter(Half half, HttpServletRequest request, HttpServletResponse response) {
    var pass = visits.begin(new Ticket(half.staff(), half.stamp()), Caller.of(request));
    Passage.enter(request, response, pass, visits.idle(pass));
    var cache = new HttpSessionRequestCache();
    var saved = cache.getRequest(request, response);
    cache.removeRequest(request, response);
    return new ModelAndView("redirect:" + (saved == null ? "/desk" : saved.getRedirectUrl()));
  }

  private static ModelAndView refused(Faults fault, HttpStatus status) {
    var page = page(fault.typed("code"));
    page.setStatus(status);
    return page;
  }

  private static ModelAndView page(Typed typed) {
    return new ModelAndView("account/second", Map.of("typed", typed));
  }
}
