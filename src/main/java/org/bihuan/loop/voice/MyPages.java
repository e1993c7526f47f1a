package org.bihuan.loop.voice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.entry.Visits;
import org.bihuan.foundation.people.Lookups;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What this session filed or opened, and what was raised with the phone it signed in with. */
@Controller
@Open(reason = "shows what this very session opened; whose phone it is was shown at sign-in")
class MyPages {

  private static final int ROWS = 20;

  /** A phone of a family or a shop serves several people, but not thousands. */
  private static final int PEOPLE = 100;

  private final Visits visits;
  private final Lookups lookups;
  private final Cases cases;

  MyPages(Visits visits, Lookups lookups, Cases cases) {
    this.visits = visits;
    this.lookups = lookups;
    this.cases = cases;
  }

  @GetMapping("/my")
  ModelAndView list(
      @RequestParam(required = false) @Nullable String after,
      @Nullable Actor actor,
      HttpServletRequest request) {
    var from = after == null ? null : Cursor.parse(after);
    var phone = actor != null && actor.is(Role.APPLICANT) ? actor.name() : null;
    var found = cases.raised(people(actor), from, ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var page = new ModelAndView("voice/my");
    page.addObject("raised", lines(shown.stream()));
    page.addObject("opened", from == null ? lines(opened(request, shown)) : List.of());
    page.addObject("phone", phone);
    page.addObject("first", from == null ? null : "/my");
    page.addObject(
        "next", found.size() > ROWS ? "/my?after=" + Cursor.opened(shown.getLast()).token() : null);
    return page;
  }

  /** Where the matters of a session were once. */
  @GetMapping("/mine")
  String moved() {
    return "redirect:/my";
  }

  /** Opens a matter as the code and the phone would; the phone was shown at sign-in. */
  @GetMapping("/my/{code}")
  @Needs(Role.APPLICANT)
  ModelAndView matter(@PathVariable String code, Actor actor, HttpServletRequest request) {
    var own = people(actor);
    var known =
        CaseCode.parse(code)
            .flatMap(cases::find)
            .filter(view -> own.contains(view.subject().applicant()))
            .map(view -> view.identity().code().value())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Shown.allow(request.getSession(), known);
    return new ModelAndView("redirect:/track/{code}", Map.of("code", known));
  }

  /** What this session filed or opened and is not shown among the others. */
  private Stream<CaseView> opened(HttpServletRequest request, List<CaseView> shown) {
    var known = shown.stream().map(CaseView::identity).toList();
    return Shown.all(request.getSession(false)).stream()
        .flatMap(code -> CaseCode.parse(code).stream())
        .flatMap(code -> cases.find(code).stream())
        .filter(view -> !known.contains(view.identity()));
  }

  private List<Mine> lines(Stream<CaseView> views) {
    return views.map(view -> new Mine(view, cases.procedure(view))).toList();
  }

  /** Nobody for whoever has not signed in with a phone. */
  private List<UUID> people(@Nullable Actor actor) {
    return Optional.ofNullable(actor)
        .flatMap(visits::phone)
        .map(phone -> lookups.people(Lookups.Clue.PHONE, phone, PEOPLE))
        .orElse(List.of());
  }
}
