package org.bihuan.loop.voice;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.entry.Visits;
import org.bihuan.foundation.people.Lookups;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What was raised with the phone somebody signed in with. */
@Controller
@RequestMapping("/my")
@Needs(Role.APPLICANT)
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

  @GetMapping
  ModelAndView list(@RequestParam(required = false) @Nullable String after, Actor actor) {
    var from = after == null ? null : Cursor.parse(after);
    var found = cases.raised(people(actor), from, ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var page = new ModelAndView("voice/my");
    page.addObject("lines", shown.stream().map(this::mine).toList());
    page.addObject("phone", actor.name());
    page.addObject("first", from == null ? null : "/my");
    page.addObject(
        "next", found.size() > ROWS ? "/my?after=" + cursor(shown.getLast()).token() : null);
    return page;
  }

  /** Opens a matter as the code and the phone would; the phone was shown at sign-in. */
  @GetMapping("/{code}")
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

  private List<UUID> people(Actor actor) {
    return visits
        .phone(actor)
        .map(phone -> lookups.people(Lookups.Clue.PHONE, phone, PEOPLE))
        .orElse(List.of());
  }

  private Raised mine(CaseView view) {
    var state = cases.procedure(view).states().get(view.state());
    return new Raised(
        view.subject().title(),
        view.identity().code().value(),
        state == null ? new Text(view.state(), view.state()) : state.plain(),
        view.owner() != null,
        view.times().openedAt());
  }

  private static Cursor cursor(CaseView view) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, view.times().openedAt());
    return new Cursor(micros, view.identity().id().value());
  }
}
