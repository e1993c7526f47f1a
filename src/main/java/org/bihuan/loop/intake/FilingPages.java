package org.bihuan.loop.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.evidence.Attaching;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Look;
import org.bihuan.foundation.shared.Qr;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Choosing what to raise, filling its form, and the receipt. */
@Controller
@Open(reason = "anyone can raise a matter without an account")
class FilingPages {

  private static final String BASE = "/file";
  private static final String ONLINE = "online";

  private final Counter counter;
  private final Cases cases;
  private final Procedures procedures;
  private final Attaching attaching;
  private final KnownMatters known;

  FilingPages(
      Counter counter,
      Cases cases,
      Procedures procedures,
      Attaching attaching,
      KnownMatters known) {
    this.known = known;
    this.counter = counter;
    this.cases = cases;
    this.procedures = procedures;
    this.attaching = attaching;
  }

  @GetMapping("/file")
  ModelAndView choose() {
    return new ModelAndView(
        "intake/choose", Map.of("catalogue", counter.catalogue(), "base", BASE));
  }

  /** The whole form, or its first question for those who are asked one at a time. */
  @GetMapping("/file/{item}")
  ModelAndView form(@PathVariable String item, HttpServletRequest request) {
    var form = asked(item);
    return Look.of(request).elder()
        ? page(form, Typed.NOTHING, new FilingStage.Ask(0, false))
        : page(form, Typed.NOTHING, new FilingStage.Fill());
  }

  @PostMapping("/file/{item}")
  ModelAndView handIn(
      @PathVariable String item,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request,
      RedirectAttributes later) {
    var form = asked(item);
    var typed = Typed.of(sent);
    return switch (FilingStage.of(typed.value("step"))) {
      case FilingStage.Fill fill -> page(form, typed, fill);
      case FilingStage.Ask ask -> ask(form, typed, ask);
      case FilingStage.Check check -> check(form, typed, request);
      case FilingStage.Send _ -> send(form, typed, new Sent(request, files, later, null));
      case FilingStage.MeToo(var main) -> send(form, typed, new Sent(request, files, later, main));
    };
  }

  /** What came with the last page, and what the receipt is told of it. */
  private record Sent(
      HttpServletRequest request,
      @Nullable List<MultipartFile> files,
      RedirectAttributes later,
      @Nullable UUID main) {}

  private ModelAndView send(Counter.Form form, Typed typed, Sent sent) {
    return switch (counter.handIn(form, typed, ONLINE, null)) {
      case Counter.Handed.In(var code) -> {
        Shown.allow(sent.request().getSession(), code);
        attach(code, sent.files(), sent.later());
        if (sent.main() != null) {
          var told = known.meToo(code, sent.main(), form, typed);
          sent.later().addFlashAttribute("together", told);
        }
        yield new ModelAndView("redirect:/receipt/" + code);
      }
      case Counter.Handed.Back(var wrong) -> wrong(form, wrong, sent.request());
    };
  }

  private ModelAndView check(Counter.Form form, Typed typed, HttpServletRequest request) {
    var checked = counter.check(form, typed, ONLINE);
    return checked.errors().isEmpty()
        ? page(form, typed, new FilingStage.Check())
            .addObject("known", known.of(form, typed, request.getSession(false)))
        : wrong(form, checked, request);
  }

  /** The question asked for, or the first before it that is not answered well. */
  private ModelAndView ask(Counter.Form form, Typed typed, FilingStage.Ask ask) {
    var steps = form.steps();
    int asked = Math.min(ask.step(), steps.size() - 1);
    var checked = counter.check(form, typed, ONLINE);
    int faulty = faulty(steps, checked.errors());
    if (ask.again() || faulty >= asked) {
      return page(form, typed, new FilingStage.Ask(asked, ask.again()));
    }
    return unprocessable(page(form, checked, new FilingStage.Ask(faulty, false)));
  }

  /** What is wrong is shown where it was asked. */
  private ModelAndView wrong(Counter.Form form, Typed typed, HttpServletRequest request) {
    var whole = !Look.of(request).elder();
    int faulty = faulty(form.steps(), typed.errors());
    return unprocessable(
        page(
            form,
            typed,
            whole || faulty == form.steps().size()
                ? new FilingStage.Fill()
                : new FilingStage.Ask(faulty, true)));
  }

  /** The first question with an error; as many as there are if none has. */
  private static int faulty(List<List<Question>> steps, List<FieldError> errors) {
    var wrong = errors.stream().map(FieldError::field).toList();
    int step = 0;
    while (step < steps.size()
        && steps.get(step).stream().map(Question::name).noneMatch(wrong::contains)) {
      step++;
    }
    return step;
  }

  private static ModelAndView unprocessable(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private void attach(String code, @Nullable List<MultipartFile> files, RedirectAttributes later) {
    CaseCode.parse(code)
        .flatMap(cases::find)
        .map(file -> attaching.attach(file.identity().id().value(), person(file), files))
        .ifPresent(attached -> later.addFlashAttribute("attached", attached));
  }

  private static Actor person(CaseView file) {
    return Actor.applicant(file.subject().applicant(), "");
  }

  /** Whole for the one who filed it; everybody else is asked for code and phone. */
  @GetMapping("/receipt/{code}")
  ModelAndView receipt(@PathVariable String code, HttpServletRequest request) {
    return receipt(code, request, "intake/receipt");
  }

  /** The same to keep. */
  @GetMapping("/receipt/{code}/paper")
  ModelAndView paper(@PathVariable String code, HttpServletRequest request) {
    return receipt(code, request, "pdf:intake/paper");
  }

  private ModelAndView receipt(String code, HttpServletRequest request, String view) {
    var known =
        CaseCode.parse(code).filter(c -> Shown.allows(request.getSession(false), c.value()));
    return known
        .flatMap(cases::find)
        .map(file -> receipt(file, view))
        .orElseGet(() -> new ModelAndView("redirect:/track"));
  }

  private ModelAndView receipt(CaseView file, String view) {
    var code = file.identity().code().grouped();
    var address =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/track")
            .queryParam("code", code)
            .toUriString();
    var page = new ModelAndView(view);
    page.addObject("fileName", file.identity().number().value());
    page.addObject("file", file);
    page.addObject("procedure", cases.procedure(file));
    page.addObject("item", procedures.item(String.valueOf(file.identity().item())).orElse(null));
    page.addObject("qr", Qr.of(address));
    return page;
  }

  private Counter.Form asked(String item) {
    return counter
        .form(item, false)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ModelAndView page(Counter.Form form, Typed typed, FilingStage stage) {
    var page =
        switch (stage) {
          case FilingStage.Ask(int step, boolean again) ->
              new ModelAndView("intake/ask", Map.of("step", step, "again", again));
          case FilingStage.Check _ -> new ModelAndView("intake/check");
          case FilingStage.Fill _, FilingStage.Send _, FilingStage.MeToo _ ->
              new ModelAndView("intake/form");
        };
    return page.addObject("form", form).addObject("typed", typed).addObject("base", BASE);
  }
}
