package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passkeys;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey: in place of a password, or after it as the second factor. */
@Controller
@Open(reason = "one cannot be signed in before signing in")
class PasskeySignInPages {

  private final Passkeys passkeys;
  private final Entering entering;
  private final Clock clock;

  PasskeySignInPages(Passkeys passkeys, Entering entering, Clock clock) {
    this.passkeys = passkeys;
    this.entering = entering;
    this.clock = clock;
  }

  /** The same for everybody: it is the passkey that says whose it is. */
  @PostMapping("/sign-in/passkey/options")
  @ResponseBody
  Map<String, Object> ask(HttpServletRequest request) {
    return passkeys.showing(Ceremony.keep(request, passkeys.ask()));
  }

  @PostMapping("/sign-in/passkey")
  String show(
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    var asked = Ceremony.take(request);
    if (asked == null) {
      return "redirect:/sign-in?key";
    }
    return switch (passkeys.show(asked, answer, request.getRemoteAddr())) {
      case Passkeys.Shown.Right(var ticket) when isExpected(ticket, request) ->
          "redirect:" + entering.enter(ticket, request, response);
      case Passkeys.Shown.Right _, Passkeys.Shown.Wrong _ -> "redirect:/sign-in?key";
      case Passkeys.Shown.MustWait _ -> "redirect:/sign-in?wait";
    };
  }

  /** Who showed a password can follow it with no passkey but their own. */
  private boolean isExpected(Ticket ticket, HttpServletRequest request) {
    var half = Passage.half(request, clock.instant());
    return half == null || half.staff().equals(ticket.staff());
  }
}
