package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Fresh;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.entry.Passkeys;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.bihuan.foundation.access.entry.Standing;
import org.bihuan.foundation.access.entry.Visits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody is signed in, and how: each sees and ends their own. */
@Controller
@Needs.SignedIn
class AccountPages {

  private final Visits visits;
  private final SecondFactor factors;
  private final Passkeys passkeys;

  AccountPages(Visits visits, SecondFactor factors, Passkeys passkeys) {
    this.visits = visits;
    this.factors = factors;
    this.passkeys = passkeys;
  }

  @GetMapping("/account")
  ModelAndView account(Actor actor, HttpServletRequest request) {
    var staff = !actor.is(Role.APPLICANT);
    return new ModelAndView(
        "account/account",
        Map.of(
            "visits",
            visits.of(Standing.required()),
            "staff",
            staff,
            "factorOffered",
            staff && factors.isOffered(),
            "factorSetUp",
            staff && factors.isSetUp(actor.id()),
            "passkeysOffered",
            staff && passkeys.isOffered(request.getServerName()),
            "passkeys",
            staff ? passkeys.of(actor.id()).size() : 0));
  }

  @PostMapping("/account/visits/end")
  @Fresh
  String end(@RequestParam UUID id, RedirectAttributes later) {
    later.addFlashAttribute("ended", visits.end(id, Standing.required()));
    return "redirect:/account";
  }

  @PostMapping("/account/visits/end-others")
  @Fresh
  String endOthers(RedirectAttributes later) {
    later.addFlashAttribute("ended", visits.endOthers(Standing.required()) >= 0);
    return "redirect:/account";
  }
}
