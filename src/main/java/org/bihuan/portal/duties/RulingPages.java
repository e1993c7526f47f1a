package org.bihuan.portal.duties;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.routing.RuledDuties;
import org.bihuan.loop.routing.RuledDuties.RuledDuty;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.naming.Naming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rulings in the duty list: writing one down from its case, looking at all, ending one. */
@Controller
@RequestMapping("/desk/duties")
@Needs({Role.DISPATCHER, Role.LEADER})
class RulingPages {

  private static final Logger LOG = LoggerFactory.getLogger(RulingPages.class);
  private static final String ROUTE = "POST /desk/duties";
  private static final String BACK = "redirect:/desk/duties";
  private static final Text WRITTEN = new Text("已记入派单目录，今后同类诉求先按此派单", "Written into the duty list");
  private static final Text ENDED = new Text("已撤销，派单目录恢复原样", "Ended; the list is as before");

  private final RuledDuties duties;
  private final Sights sights;
  private final Cases cases;
  private final Procedures procedures;
  private final Naming naming;
  private final Staff staff;

  RulingPages(
      RuledDuties duties,
      Sights sights,
      Cases cases,
      Procedures procedures,
      Naming naming,
      Staff staff) {
    this.duties = duties;
    this.sights = sights;
    this.cases = cases;
    this.procedures = procedures;
    this.naming = naming;
    this.staff = staff;
  }

  @GetMapping
  ModelAndView list() {
    var all = duties.all();
    var names = staff.names(all.stream().map(RuledDuty::madeBy).collect(Collectors.toSet()));
    var lines =
        all.stream().map(duty -> line(duty, names.getOrDefault(duty.madeBy(), ""))).toList();
    return new ModelAndView("duties/list", Map.of("lines", lines));
  }

  @PostMapping
  ModelAndView add(
      @RequestParam String number,
      @RequestParam(defaultValue = "street") String area,
      Actor actor,
      RedirectAttributes later) {
    var file =
        sights
            .find(ROUTE, number, actor)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var said =
        wanted(file, area.equals("district"))
            .map(wanted -> said(duties.add(wanted, actor), actor))
            .orElseGet(RuledDuty.Refusal.NOT_RULED::message);
    later.addFlashAttribute("done", said);
    return new ModelAndView(BACK);
  }

  private static Text said(RuledDuty.Outcome outcome, Actor actor) {
    return switch (outcome) {
      case RuledDuty.Outcome.Done(var duty) -> {
        LOG.info("ruled-duty={} by={} made", duty.id(), actor.id());
        yield WRITTEN;
      }
      case RuledDuty.Outcome.Refused(var refusal) -> refusal.message();
    };
  }

  /** What the last ruling on a case said; empty if there was none. */
  private Optional<RuledDuty.Wanted> wanted(CaseView file, boolean everywhere) {
    var acts = cases.procedure(file).acts();
    return cases.entries(file.identity().id()).stream()
        .filter(row -> rules(acts.get(row.entry().act())))
        .reduce((_, latest) -> latest)
        .map(
            row ->
                new RuledDuty.Wanted(
                    file.identity().procedure(),
                    file.identity().item(),
                    file.subject().area(),
                    everywhere,
                    file.facts().path("ruledUnit").asString(""),
                    file.identity().number().value(),
                    String.valueOf(row.entry().content().note())));
  }

  private static boolean rules(@org.jspecify.annotations.Nullable ActRule rule) {
    return rule != null && rule.has(ActRule.Flag.RULES);
  }

  @PostMapping("/{id}/end")
  ModelAndView end(@PathVariable UUID id, Actor actor, RedirectAttributes later) {
    boolean ended = duties.end(id, actor);
    LOG.info("ruled-duty={} by={} ended={}", id, actor.id(), ended);
    later.addFlashAttribute("done", ended ? ENDED : RuledDuty.Refusal.UNKNOWN.message());
    return new ModelAndView(BACK);
  }

  private DutyLine line(RuledDuty duty, String by) {
    var what = duty.what();
    var ended = duty.ended();
    return new DutyLine(
        duty.id(),
        procedures.item(what.item()).map(Item::title).orElse(new Text(what.item(), what.item())),
        naming.area(what.area()),
        naming.unit(duty.unit()),
        duty.number(),
        duty.reason(),
        by,
        duty.madeAt(),
        ended == null ? null : ended.at());
  }
}
