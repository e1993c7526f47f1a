package org.bihuan.services.league.branches;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.league.Audit;
import org.bihuan.services.league.organisations.Organisations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who acts for which organisation; the committee gives and takes. */
@Controller
@Needs(Role.HANDLER)
class LeaguePostPages {

  private static final Text WRONG =
      new Text("没有这个登录名或团组织，或已是这样", "No such login or organisation, or it is so already");
  private static final Text NOT_YOURS = new Text("由团区委办理", "The district committee does this");

  private final Organisations organisations;
  private final Staff staff;
  private final Audit audit;

  LeaguePostPages(Organisations organisations, Staff staff, Audit audit) {
    this.organisations = organisations;
    this.staff = staff;
    this.audit = audit;
  }

  @GetMapping("/desk/league/posts")
  ModelAndView list(Actor actor) {
    return page(actor, Typed.NOTHING);
  }

  private ModelAndView page(Actor actor, Typed typed) {
    var hand = organisations.hand(actor);
    var lines = new ArrayList<PostLine>();
    for (var one : organisations.tree().all()) {
      if (hand.speaksFor(one.code())) {
        var names = staff.names(organisations.holders(one.code())).values();
        lines.add(new PostLine(one, List.copyOf(names)));
      }
    }
    var page = new ModelAndView("league/posts");
    page.addObject("lines", lines);
    page.addObject("committee", hand.committee());
    page.addObject("typed", typed);
    return page;
  }

  @PostMapping("/desk/league/posts")
  ModelAndView change(
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "give") String act,
      Actor actor) {
    if (!organisations.hand(actor).committee()) {
      return wrong(actor, NOT_YOURS);
    }
    var member = staff.find(login);
    boolean done =
        member.isPresent()
            && (act.equals("take")
                ? organisations.take(organisation, member.get().id())
                : organisations.give(organisation, member.get().id()));
    if (!done) {
      return wrong(actor, WRONG);
    }
    var said = act + " " + organisation + " " + member.get().id();
    audit.note(Audit.Kind.POST, actor.id(), said, true);
    return new ModelAndView("redirect:/desk/league/posts");
  }

  private ModelAndView wrong(Actor actor, Text why) {
    var page = page(actor, Typed.NOTHING.with(List.of(new FieldError("login", "wrong", why))));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}
