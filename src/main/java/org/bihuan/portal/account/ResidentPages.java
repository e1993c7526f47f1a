package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.entry.DemoCodes;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.bihuan.foundation.access.entry.PhoneCodes;
import org.bihuan.foundation.access.entry.Standing;
import org.bihuan.foundation.access.entry.Visits;
import org.bihuan.foundation.people.Checked;
import org.bihuan.foundation.people.Phone;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where residents sign in: the phone first, then the code that was sent to it. */
@Controller
@Open(reason = "one cannot be signed in before signing in")
class ResidentPages {

  private static final String ASKING = ResidentPages.class.getName() + ".asking";
  private static final String PHONE = "phone";
  private static final String CODE = "code";

  private final PhoneCodes codes;
  private final Visits visits;
  private final ObjectProvider<DemoCodes> demo;

  ResidentPages(PhoneCodes codes, Visits visits, ObjectProvider<DemoCodes> demo) {
    this.codes = codes;
    this.visits = visits;
    this.demo = demo;
  }

  /** Also for one who is signed in and has to show it anew. */
  @GetMapping("/my/sign-in")
  ModelAndView ask(@Nullable Actor actor, @RequestParam Map<String, String> asked) {
    var standing = Standing.here();
    if (actor != null && standing != null && standing.fresh()) {
      return new ModelAndView(actor.is(Role.APPLICANT) ? "redirect:/my" : "redirect:/desk");
    }
    var page = phonePage(Typed.NOTHING);
    page.addObject("out", asked.containsKey("out"));
    return page;
  }

  @PostMapping("/my/sign-in")
  ModelAndView send(
      @RequestParam(defaultValue = "") String phone, Locale language, HttpServletRequest request) {
    return switch (Phone.parse(PHONE, phone)) {
      case Checked.Invalid<Phone>(var error) -> wrongPhone(phone, error);
      case Checked.Valid<Phone>(var read) ->
          switch (codes.ask(read.digits(), request.getRemoteAddr(), language)) {
            case PhoneCodes.Asked.Sent(var asking) -> {
              request.getSession().setAttribute(ASKING, asking);
              yield new ModelAndView("redirect:/my/sign-in/code");
            }
            case PhoneCodes.Asked.NoMobile _ -> wrongPhone(phone, Faults.NO_MOBILE.at(PHONE));
            case PhoneCodes.Asked.NoSender _ -> wrongPhone(phone, Faults.NO_SENDER.at(PHONE));
            case PhoneCodes.Asked.MustWait _ ->
                wrongPhone(phone, Faults.SENT_TOO_OFTEN.at(PHONE), HttpStatus.TOO_MANY_REQUESTS);
            case PhoneCodes.Asked.NotSent _ ->
                wrongPhone(phone, Faults.NOT_SENT.at(PHONE), HttpStatus.SERVICE_UNAVAILABLE);
          };
    };
  }

  @GetMapping("/my/sign-in/code")
  ModelAndView code(HttpServletRequest request) {
    var asking = asking(request.getSession(false));
    return asking == null
        ? new ModelAndView("redirect:/my/sign-in")
        : codePage(asking, Typed.NOTHING);
  }

  @PostMapping("/my/sign-in/code")
  ModelAndView enter(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    var asking = asking(request.getSession(false));
    if (asking == null) {
      return new ModelAndView("redirect:/my/sign-in");
    }
    return switch (codes.enter(asking, code.strip(), request.getRemoteAddr())) {
      case PhoneCodes.Entered.Right(var shown) -> {
        var pass = visits.begin(shown, Caller.of(request));
        Passage.enter(request, response, pass, visits.idle(pass));
        request.getSession().removeAttribute(ASKING);
        yield new ModelAndView("redirect:" + Passage.way(request.getSession(), "/my"));
      }
      case PhoneCodes.Entered.Wrong _ ->
          wrongCode(asking, Faults.CODE_WRONG, HttpStatus.UNPROCESSABLE_CONTENT);
      case PhoneCodes.Entered.MustWait _ ->
          wrongCode(asking, Faults.MUST_WAIT, HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  private ModelAndView wrongPhone(String phone, FieldError error) {
    return wrongPhone(phone, error, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView wrongPhone(String phone, FieldError error, HttpStatus status) {
    var page = phonePage(new Typed(Map.of(PHONE, List.of(phone)), List.of(error)));
    page.setStatus(status);
    return page;
  }

  private ModelAndView wrongCode(UUID asking, Faults fault, HttpStatus status) {
    var page = codePage(asking, fault.typed(CODE));
    page.setStatus(status);
    return page;
  }

  private ModelAndView phonePage(Typed typed) {
    var page = new ModelAndView("account/phone");
    page.addObject("typed", typed);
    page.addObject("offered", codes.isOffered());
    return page;
  }

  private ModelAndView codePage(UUID asking, Typed typed) {
    var page = new ModelAndView("account/code");
    page.addObject("typed", typed);
    page.addObject("minutes", codes.life().toMinutes());
    var phone = codes.phone(asking).orElse("");
    page.addObject("tail", phone.isEmpty() ? "" : phone.substring(phone.length() - 4));
    page.addObject(
        "demoCode", demo.stream().flatMap(d -> d.last(phone).stream()).findFirst().orElse(""));
    return page;
  }

  private static @Nullable UUID asking(@Nullable HttpSession session) {
    return session != null && session.getAttribute(ASKING) instanceof UUID asking ? asking : null;
  }
}
