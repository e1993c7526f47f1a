package org.bihuan.portal.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.evidence.Attaching;
import org.bihuan.foundation.shared.Qr;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.intake.Counter;
import org.bihuan.loop.twins.Joined;
import org.bihuan.loop.twins.Joining;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The same forms, filled at the window or on the phone for the person who came or called. */
@Controller
@RequestMapping("/desk/file")
@Needs(Role.CLERK)
class TakeInPages {

  private static final String BASE = "/desk/file";
  private static final Pattern MAIN = Pattern.compile("me-too-([0-9a-f-]{36})");
  private static final Set<String> CHANNELS = Set.of("window", "phone");

  private final Counter counter;
  private final Cases cases;
  private final SlipReading slips;
  private final Attaching attaching;
  private final TwinReading twins;
  private final Joining joining;

  TakeInPages(
      Counter counter,
      Cases cases,
      SlipReading slips,
      Attaching attaching,
      TwinReading twins,
      Joining joining) {
    this.twins = twins;
    this.joining = joining;
    this.counter = counter;
    this.cases = cases;
    this.slips = slips;
    this.attaching = attaching;
  }

  @GetMapping
  ModelAndView choose() {
    return new ModelAndView("desk/takeChoose", Map.of("catalogue", counter.catalogue()));
  }

  @GetMapping("/{item}")
  ModelAndView form(@PathVariable String item) {
    var form = asked(item);
    return page(form, Typed.of(Map.of("channel", List.of("window"))));
  }

  @PostMapping("/{item}")
  ModelAndView handIn(
      @PathVariable String item,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Actor actor,
      RedirectAttributes later) {
    var form = asked(item);
    var typed = Typed.of(sent);
    if (typed.value("step").equals("twins")) {
      return page(form, typed).addObject("twins", twins(form, typed, actor));
    }
    var channel = CHANNELS.contains(typed.value("channel")) ? typed.value("channel") : "window";
    return switch (counter.handIn(form, typed, channel, actor)) {
      case Counter.Handed.In(var code) -> {
        CaseCode.parse(code)
            .flatMap(cases::find)
            .map(file -> attaching.attach(file.identity().id().value(), actor, files))
            .ifPresent(attached -> later.addFlashAttribute("attached", attached));
        join(code, typed.value("step"), actor)
            .ifPresent(told -> later.addFlashAttribute("together", told));
        later.addFlashAttribute("taken", code);
        yield new ModelAndView("redirect:" + slip(code));
      }
      case Counter.Handed.Back(var wrong) -> {
        var page = page(form, wrong);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private TwinSheet twins(Counter.Form form, Typed typed, Actor actor) {
    var told =
        new TwinReading.Told(
            form.procedure().id(),
            form.told(typed),
            typed.value("area"),
            typed.value("applicant.phone"));
    return twins.of(told, actor);
  }

  /** What came of joining the matter that was chosen; empty if none was. */
  private Optional<Text> join(String code, String step, Actor actor) {
    var chosen = MAIN.matcher(step);
    if (!chosen.matches()) {
      return Optional.empty();
    }
    var main = new CaseId(UUID.fromString(chosen.group(1)));
    return CaseCode.parse(code)
        .flatMap(cases::find)
        .map(file -> joining.join(file.identity().id(), main, actor, Joining.ME_TOO))
        .map(TakeInPages::told);
  }

  private static Text told(Joined joined) {
    return switch (joined) {
      case Joined.Done(_, var main) -> {
        var number = main.identity().number().value();
        yield new Text("已并入 " + number, "Handled together with " + number);
      }
      case Joined.Refused(var refusal) -> refusal.message();
    };
  }

  /** The slip of a matter, for the person to take along. */
  @GetMapping("/slips/{number}")
  ModelAndView slip(
      @PathVariable String number, Model model, Actor actor, HttpServletRequest request) {
    var taken = String.valueOf(model.getAttribute("taken"));
    var file =
        CaseNumber.parse(number)
            .flatMap(cases::find)
            .filter(f -> slips.prints(f, actor, f.identity().code().value().equals(taken)))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var address =
        ServletUriComponentsBuilder.fromContextPath(request)
            .path("/track")
            .queryParam("code", file.identity().code().grouped())
            .toUriString();
    return new ModelAndView("desk/slip", Map.of("slip", slips.read(file), "qr", Qr.of(address)));
  }

  private String slip(String code) {
    return CaseCode.parse(code)
        .flatMap(cases::find)
        .map(file -> BASE + "/slips/" + file.identity().number().value())
        .orElse("/desk");
  }

  private Counter.Form asked(String item) {
    return counter
        .form(item, true)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ModelAndView page(Counter.Form form, Typed typed) {
    return new ModelAndView("desk/take", Map.of("form", form, "typed", typed));
  }
}
