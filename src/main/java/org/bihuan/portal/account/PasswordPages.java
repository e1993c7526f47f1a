package org.bihuan.portal.account;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing a password of one's own; it ends every session, this one too. */
@Controller
@RequestMapping("/account/password")
@Fresh
@Needs.Staff
class PasswordPages {

  private final Staff staff;

  PasswordPages(Staff staff) {
    this.staff = staff;
  }

  @GetMapping
  ModelAndView ask() {
    return page(Typed.NOTHING);
  }

  @PostMapping
  ModelAndView change(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      Actor actor) {
    if (!password.equals(again)) {
      return refused(Faults.PASSWORDS_DIFFER.typed("again"));
    }
    return switch (staff.changePassword(actor.id(), password)) {
      case Outcome.Done<StaffMember> _ -> new ModelAndView("redirect:/sign-in?changed");
      case Outcome.Refused<StaffMember>(var reason) ->
          refused(Typed.NOTHING.with(List.of(Faults.of(reason))));
    };
  }

  private ModelAndView refused(Typed typed) {
    var page = page(typed);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView page(Typed typed) {
    return new ModelAndView(
        "account/password", Map.of("typed", typed, "shortest", staff.shortestPassword()));
  }
}
