package org.bihuan.portal.stations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.services.stations.Outcome;
import org.bihuan.services.stations.visits.CareVisit;
import org.bihuan.services.stations.visits.CareVisits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Care visits: the list, one with what was heard, and writing a new one down. */
@Controller
@Needs({Role.HANDLER, Role.APPROVER})
class VisitPages {

  private static final int ROWS = 30;
  private static final int EXPORTED = 2_000;
  private static final String APPEAL = "appeal";

  private final CareVisits visits;
  private final VisitReading reading;
  private final MatterReading matters;
  private final Procedures procedures;
  private final StationFiles files;

  VisitPages(
      CareVisits visits,
      VisitReading reading,
      MatterReading matters,
      Procedures procedures,
      StationFiles files) {
    this.visits = visits;
    this.reading = reading;
    this.matters = matters;
    this.procedures = procedures;
    this.files = files;
  }

  @GetMapping("/desk/visits")
  @Needs.Desk
  ModelAndView list(@RequestParam(required = false) @Nullable UUID after) {
    var before = after == null ? null : visits.find(after).orElse(null);
    var found = visits.list(before, ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var page =
        new ModelAndView(
            "stations/desk/visits", Map.of("lines", shown.stream().map(reading::line).toList()));
    page.addObject("first", before == null ? null : "/desk/visits");
    return page.addObject(
        "next", found.size() > ROWS ? "/desk/visits?after=" + shown.getLast().id() : null);
  }

  @PostMapping("/desk/visits/export")
  @Needs.Desk
  ResponseEntity<byte[]> export(Actor actor, HttpServletRequest request) {
    return files.visits(visits.list(null, EXPORTED), actor, request);
  }

  @GetMapping("/desk/visits/new")
  ModelAndView blank(Actor actor, @RequestParam(required = false) @Nullable String station) {
    return form(reading.blank(actor, station));
  }

  @PostMapping("/desk/visits/new")
  ModelAndView keep(
      @RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes later) {
    var typed = Typed.of(sent);
    return switch (visits.keep(typed, actor)) {
      case Outcome.Done<CareVisit>(var visit) -> {
        later.addFlashAttribute("done", new Text("慰问已登记", "The visit is written down"));
        yield new ModelAndView("redirect:/desk/visits/" + visit.id());
      }
      case Outcome.Refused<CareVisit>(var errors) -> {
        var page = form(typed.with(errors));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private ModelAndView form(Typed typed) {
    var page = new ModelAndView("stations/desk/visitForm", Map.of("typed", typed));
    reading.choices().forEach(page::addObject);
    return page;
  }

  @GetMapping("/desk/visits/{visit}")
  @Needs.Desk
  ModelAndView one(@PathVariable UUID visit, Actor actor) {
    return page(found(visit), Typed.NOTHING, actor);
  }

  @PostMapping("/desk/visits/{visit}/heard")
  ModelAndView hear(
      @PathVariable UUID visit,
      @RequestParam MultiValueMap<String, String> sent,
      Actor actor,
      RedirectAttributes later) {
    var found = found(visit);
    var typed = Typed.of(sent);
    return switch (visits.hear(found, typed, actor)) {
      case CareVisits.Heard.Opened(var code) -> {
        later.addFlashAttribute(
            "done", new Text("诉求已立件，查询码 " + code, "It is a matter now; the code is " + code));
        yield new ModelAndView("redirect:/desk/visits/" + found.id());
      }
      case CareVisits.Heard.Wrong(var errors) -> {
        var page = page(found, typed.with(errors), actor);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private ModelAndView page(CareVisit visit, Typed typed, Actor actor) {
    var page = new ModelAndView("stations/desk/visit", Map.of("line", reading.line(visit)));
    page.addObject("typed", typed);
    page.addObject("matters", matters.lines(visit.heard(), actor));
    page.addObject("items", items());
    page.addObject("writer", reading.names(Set.of(visit.by().actor())));
    page.addObject("hears", actor.is(Role.HANDLER) || actor.is(Role.APPROVER));
    return page.addObject("key", UUID.randomUUID().toString());
  }

  /** What people usually raise on visits comes first, as in the file. */
  private Map<String, Text> items() {
    var items = new LinkedHashMap<String, Text>();
    procedures.items().stream()
        .filter(item -> item.procedure().equals(APPEAL))
        .forEach(item -> items.put(item.code(), item.title()));
    return items;
  }

  private CareVisit found(UUID id) {
    return visits.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
