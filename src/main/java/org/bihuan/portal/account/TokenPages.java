package org.bihuan.portal.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Fresh;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.shared.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own bearer tokens: made here, shown once, revoked here. */
@Controller
@RequestMapping("/account/tokens")
@Fresh
@Needs.Staff
class TokenPages {

  private static final String DAYS = "days";

  private final Staff staff;

  TokenPages(Staff staff) {
    this.staff = staff;
  }

  @GetMapping
  ModelAndView list(Actor actor) {
    return page(actor, new Typed(Map.of(DAYS, List.of("90")), List.of()));
  }

  @PostMapping
  ModelAndView make(@RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var typed = Typed.of(sent);
    if (!typed.value(DAYS).matches("\\d{1,3}")) {
      return wrong(actor, typed.with(List.of(Faults.TOKEN_DAYS.at(DAYS))));
    }
    var life = Duration.ofDays(Integer.parseInt(typed.value(DAYS)));
    return switch (staff.createToken(login(actor), typed.value("name"), life)) {
      case Outcome.Done<Staff.NewToken>(var made) ->
          page(actor, Typed.NOTHING).addObject("made", made.token());
      case Outcome.Refused<Staff.NewToken>(var reason) ->
          wrong(actor, typed.with(List.of(Faults.of(reason))));
    };
  }

  /** One that is gone already is as well. */
  @PostMapping("/revoke")
  String revoke(@RequestParam String name, Actor actor) {
    staff.revokeToken(login(actor), name);
    return "redirect:/account/tokens";
  }

  private ModelAndView wrong(Actor actor, Typed typed) {
    var page = page(actor, typed);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView page(Actor actor, Typed typed) {
    return new ModelAndView(
        "account/tokens", Map.of("typed", typed, "tokens", staff.liveTokens(actor.id())));
  }

  private String login(Actor actor) {
    return staff.find(actor.id()).map(StaffMember::login).orElse("");
  }
}
