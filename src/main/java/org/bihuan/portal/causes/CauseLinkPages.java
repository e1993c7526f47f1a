package org.bihuan.portal.causes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.services.causes.CauseRefusal;
import org.bihuan.services.causes.Causes;
import org.bihuan.services.causes.Causes.Outcome;
import org.jspecify.annotations.Nullable;
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

/** Links matters to a root cause, one or many at once, or writes a new one down. */
@Controller
@RequestMapping("/desk/causes")
@Needs({Role.DISPATCHER, Role.APPROVER, Role.LEADER})
class CauseLinkPages {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final TickReading ticks;
  private final Causes causes;

  CauseLinkPages(TickReading ticks, Causes causes) {
    this.ticks = ticks;
    this.causes = causes;
  }

  @GetMapping("/link")
  ModelAndView choose(
      @RequestParam(name = "n", required = false) @Nullable List<String> numbers, Actor actor) {
    return page("causes/link", ticked(numbers, actor), Typed.NOTHING);
  }

  @GetMapping("/new")
  ModelAndView begin(
      @RequestParam(name = "n", required = false) @Nullable List<String> numbers, Actor actor) {
    var ticked = ticked(numbers, actor);
    return page("causes/new", ticked, ticked.isEmpty() ? Typed.NOTHING : proposed(ticked));
  }

  /** What the matters have in common is filled in. */
  private static Typed proposed(List<CaseView> ticked) {
    var items =
        ticked.stream()
            .flatMap(file -> Stream.ofNullable(file.identity().item()))
            .distinct()
            .toList();
    var first = ticked.getFirst();
    return Typed.of(
        Map.of(
            "items", items,
            "area", List.of(first.subject().area()),
            "unit", List.of(first.unit())));
  }

  @PostMapping("/link")
  ModelAndView link(
      @RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes later) {
    var typed = Typed.of(sent);
    var ticked = ticked(sent.get("n"), actor);
    var outcome =
        id(typed.value("cause"))
            .map(id -> causes.link(id, ticked, actor, typed.value("why")))
            .orElseGet(() -> new Outcome.Refused(CauseRefusal.UNKNOWN_CAUSE));
    return answer(outcome, page("causes/link", ticked, typed), later);
  }

  @PostMapping
  ModelAndView write(
      @RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes later) {
    var typed = Typed.of(sent);
    var ticked = ticked(sent.get("n"), actor);
    var draft =
        new Causes.Draft(
            typed.value("title"),
            typed.value("description"),
            typed.values().getOrDefault("items", List.of()),
            typed.value("area"),
            typed.value("unit"),
            typed.value("why"));
    return answer(causes.begin(draft, ticked, actor), page("causes/new", ticked, typed), later);
  }

  @PostMapping("/{id}/unlink")
  ModelAndView unlink(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String why,
      Actor actor,
      RedirectAttributes later) {
    var outcome =
        ticks.ticked(List.of(number), actor).stream()
            .map(file -> causes.unlink(id, file.identity().id(), actor, why))
            .findFirst()
            .orElseGet(() -> new Outcome.Refused(CauseRefusal.NOT_LINKED));
    later.addFlashAttribute("refusal", refusal(outcome).map(CauseRefusal::message).orElse(null));
    return new ModelAndView("redirect:/desk/causes/" + id);
  }

  private static Optional<CauseRefusal> refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _, Outcome.Faulty _ -> Optional.empty();
      case Outcome.Refused(var refusal) -> Optional.of(refusal);
    };
  }

  private List<CaseView> ticked(@Nullable List<String> numbers, Actor actor) {
    return ticks.ticked(Objects.requireNonNullElse(numbers, List.of()), actor);
  }

  private static Optional<UUID> id(String text) {
    return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }

  private ModelAndView page(String name, List<CaseView> ticked, Typed typed) {
    return new ModelAndView(name, Map.of("form", ticks.form(ticked), "typed", typed));
  }

  private static ModelAndView answer(Outcome outcome, ModelAndView page, RedirectAttributes later) {
    return switch (outcome) {
      case Outcome.Done(var cause, var linked) -> {
        later.addFlashAttribute("linked", linked);
        yield new ModelAndView("redirect:/desk/causes/" + cause.id());
      }
      case Outcome.Faulty(var errors) -> wrong(page, errors);
      case Outcome.Refused(var refusal) -> {
        var field = refusal == CauseRefusal.UNKNOWN_CAUSE ? "cause" : "why";
        yield wrong(page, List.of(new FieldError(field, refusal.code(), refusal.message())));
      }
    };
  }

  private static ModelAndView wrong(ModelAndView page, List<FieldError> errors) {
    var typed = (Typed) Objects.requireNonNull(page.getModel().get("typed"));
    page.addObject("typed", typed.with(errors));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}
