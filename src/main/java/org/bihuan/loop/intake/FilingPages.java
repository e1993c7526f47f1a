package org.bihuan.loop.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.evidence.Attaching;
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

  private final Counter counter;
  private final Cases cases;
  private final Procedures procedures;
  private final Attaching attaching;

  FilingPages(Counter counter, Cases cases, Procedures procedures, Attaching attaching) {
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

  @GetMapping("/file/{item}")
  ModelAndView form(@PathVariable String item) {
    return page(asked(item), Typed.NOTHING);
  }

  @PostMapping("/file/{item}")
  ModelAndView handIn(
      @PathVariable String item,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request,
      RedirectAttributes later) {
    var form = asked(item);
    return switch (counter.handIn(form, Typed.of(sent), "online", null)) {
      case Counter.Handed.In(var code) -> {
        Shown.allow(request.getSession(), code);
        attach(code, files, later);
        yield new ModelAndView("redirect:/receipt/" + code);
      }
      case Counter.Handed.Back(var typed) -> {
        var page = page(form, typed);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
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

  private static ModelAndView page(Counter.Form form, Typed typed) {
    return new ModelAndView("intake/form", Map.of("form", form, "typed", typed, "base", BASE));
  }
}
