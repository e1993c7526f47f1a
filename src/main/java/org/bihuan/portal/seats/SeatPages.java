package org.bihuan.portal.seats;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.routing.HandOver;
import org.bihuan.loop.routing.HandOvers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hand-overs: writing one down, taking the seat it gives, leaving it, ending it early. */
@Controller
@RequestMapping("/desk/hand-overs")
@Needs.Desk
class SeatPages {

  private static final Logger LOG = LoggerFactory.getLogger(SeatPages.class);
  private static final String BACK = "redirect:/desk/hand-overs";

  private final HandOvers handOvers;
  private final Staff staff;

  SeatPages(HandOvers handOvers, Staff staff) {
    this.handOvers = handOvers;
    this.staff = staff;
  }

  @GetMapping
  ModelAndView list(Actor actor) {
    return page(actor, Typed.NOTHING);
  }

  @PostMapping
  ModelAndView add(
      @RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes later) {
    var typed = Typed.of(sent);
    var absent =
        actor.is(Role.ADMIN)
            ? typed.value("absent")
            : staff.find(actor.id()).map(StaffMember::login).orElse("");
    var wanted =
        new HandOver.Wanted(
            absent,
            typed.value("deputy"),
            day(typed.value("from")),
            day(typed.value("to")),
            typed.value("reason").strip());
    return switch (handOvers.add(wanted, actor)) {
      case HandOver.Outcome.Done(var made) -> {
        LOG.info("hand-over={} by={} made", made.id(), actor.id());
        later.addFlashAttribute("done", new Text("已登记交接", "The hand-over is written down"));
        yield new ModelAndView(BACK);
      }
      case HandOver.Outcome.Refused(var refusal) -> {
        var error = new FieldError(refusal.field(), refusal.name(), refusal.message());
        var page = page(actor, typed.with(List.of(error)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  @PostMapping("/{id}/end")
  ModelAndView end(@PathVariable UUID id, Actor actor, RedirectAttributes later) {
    var said =
        switch (handOvers.end(id, actor)) {
          case HandOver.Outcome.Done _ -> new Text("已提前结束交接", "The hand-over has ended");
          case HandOver.Outcome.Refused(var refusal) -> refusal.message();
        };
    LOG.info("hand-over={} by={} ends", id, actor.id());
    later.addFlashAttribute("done", said);
    return new ModelAndView(BACK);
  }

  @PostMapping("/{id}/seat")
  ModelAndView take(
      @PathVariable UUID id, Actor actor, HttpServletRequest request, RedirectAttributes later) {
    boolean sits = actor.standsFor() == null && handOvers.seated(id, actor).isPresent();
    if (!sits) {
      later.addFlashAttribute("done", HandOver.Refusal.UNKNOWN.message());
      return new ModelAndView(BACK);
    }
    Seats.take(request.getSession(), id);
    LOG.info("hand-over={} by={} takes the seat", id, actor.id());
    return new ModelAndView("redirect:/desk");
  }

  @PostMapping("/own-seat")
  ModelAndView leave(Actor actor, HttpServletRequest request) {
    Seats.leave(request.getSession());
    LOG.info("by={} leaves the seat of {}", actor.id(), actor.standsFor());
    return new ModelAndView("redirect:/desk");
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException notADay) {
      return null; // the rules say that it is missing
    }
  }

  private ModelAndView page(Actor actor, Typed typed) {
    var all = handOvers.of(actor);
    var names = names(all, actor);
    var workers = new LinkedHashMap<String, String>();
    handOvers.workers().stream()
        .filter(member -> actor.is(Role.ADMIN) || !member.id().equals(actor.id()))
        .forEach(member -> workers.put(member.login(), member.name() + " · " + member.login()));
    var seat = Optional.ofNullable(actor.standsFor()).map(names::get).orElse(null);
    var lines = all.stream().map(one -> line(one, names, actor)).toList();
    var list = new HandOverList(lines, workers, actor.is(Role.ADMIN), seat);
    var shown = typed.values().isEmpty() ? today() : typed;
    return new ModelAndView("desk/handOvers", Map.of("list", list, "typed", shown));
  }

  private Typed today() {
    return Typed.of(Map.of("from", List.of(handOvers.today().toString())));
  }

  private Map<UUID, String> names(List<HandOver> all, Actor actor) {
    Set<UUID> ids =
        Stream.concat(
                Stream.of(actor.id(), Optional.ofNullable(actor.standsFor()).orElse(actor.id())),
                all.stream().flatMap(one -> Stream.of(one.absent(), one.deputy())))
            .collect(Collectors.toSet());
    return staff.names(ids);
  }

  private HandOverList.Line line(HandOver one, Map<UUID, String> names, Actor actor) {
    var stage = handOvers.stage(one);
    boolean open = stage == HandOver.Stage.COMING || stage == HandOver.Stage.UNDER_WAY;
    return new HandOverList.Line(
        one.id(),
        names.getOrDefault(one.absent(), ""),
        names.getOrDefault(one.deputy(), ""),
        one.from(),
        one.to(),
        one.reason(),
        stage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        stage == HandOver.Stage.UNDER_WAY
            && one.deputy().equals(actor.id())
            && actor.standsFor() == null,
        open);
  }
}
