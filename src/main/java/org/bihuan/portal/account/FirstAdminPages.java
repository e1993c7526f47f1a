package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.Outcome.Refusal;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.access.entry.FirstAdmin;
import org.bihuan.foundation.shared.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the one-time link opens: the first administrator names themselves. */
@Controller
@RequestMapping("/first-admin")
@Open(reason = "the link is the proof; it is printed on the machine and good once")
class FirstAdminPages {

  private final FirstAdmin first;
  private final Staff staff;

  FirstAdminPages(FirstAdmin first, Staff staff) {
    this.first = first;
    this.staff = staff;
  }

  @GetMapping
  ModelAndView ask(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
    return first.isGood(token, request.getRemoteAddr())
        ? form(token, Typed.NOTHING, HttpStatus.OK)
        : gone();
  }

  @PostMapping
  ModelAndView make(
      @RequestParam(defaultValue = "") String token,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request) {
    var typed = Typed.of(sent);
    var password = typed.value("password");
    if (!password.equals(typed.value("again"))) {
      return wrong(token, typed.with(List.of(Faults.PASSWORDS_DIFFER.at("again"))));
    }
    var chosen = new FirstAdmin.Chosen(typed.value("login"), typed.value("name"), password);
    return switch (first.use(token, chosen, request.getRemoteAddr())) {
      case Outcome.Done<StaffMember> _ -> new ModelAndView("redirect:/sign-in?made");
      case Outcome.Refused<StaffMember>(var reason)
          when reason == Refusal.LINK_UNKNOWN || reason == Refusal.ADMIN_EXISTS ->
          gone();
      case Outcome.Refused<StaffMember>(var reason) ->
          wrong(token, typed.with(List.of(Faults.of(reason))));
    };
  }

  private ModelAndView wrong(String token, Typed typed) {
    return form(token, typed, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView form(String token, Typed typed, HttpStatus status) {
    return new ModelAndView(
        "account/first-admin",
        Map.of("typed", typed, "token", token, "shortest", staff.shortestPassword()),
        status);
  }

  private static ModelAndView gone() {
    return new ModelAndView("account/link-gone", Map.of(), HttpStatus.GONE);
  }
}
