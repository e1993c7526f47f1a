package org.bihuan.loop.voice;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.access.Guesses;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A person's own data. Code and tail show it masked; to take it along or have it erased one types
 * the whole phone again, and wrong ones are counted.
 */
@Controller
@RequestMapping("/track/{code}/data")
@Open(reason = "only for the session that has shown code and phone")
class DataPages {

  private static final Text WRONG =
      new Text("手机号码与登记的不一致", "This is not the phone number that was given");
  private static final Text WAIT =
      new Text("试错次数太多，请过一会儿再试", "Too many wrong tries; please wait a while");
  private static final Text UNTICKED =
      new Text("请勾选，确认您知道删除后无法恢复", "Tick the box: what is erased cannot be brought back");
  private static final Text OPEN =
      new Text("还有未办结的事项需要联系您，办结后才能删除", "A matter is still open and must be answered to you first");

  private final OwnFile data;
  private final People people;
  private final Cases cases;
  private final Guesses guesses;

  DataPages(OwnFile data, People people, Cases cases, Guesses guesses) {
    this.data = data;
    this.people = people;
    this.cases = cases;
    this.guesses = guesses;
  }

  @GetMapping
  ModelAndView held(@PathVariable String code, HttpServletRequest request) {
    return file(code, request)
        .map(file -> page(file, Typed.NOTHING))
        .orElseGet(() -> back("/track", code));
  }

  @PostMapping("/export")
  Object export(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String phone,
      HttpServletRequest request) {
    var file = file(code, request);
    if (file.isEmpty()) {
      return back("/track", code);
    }
    var wrong = wrong(file.get(), phone, "phone", request);
    var json = wrong == null ? data.export(file.get()) : Optional.<String>empty();
    if (json.isEmpty()) {
      return refused(file.get(), wrong == null ? List.of() : List.of(wrong));
    }
    var name = "attachment; filename=\"bihuan-" + file.get().identity().code().value() + ".json\"";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, name)
        .body(json.get().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/erase")
  ModelAndView erase(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String erasing,
      @RequestParam(defaultValue = "false") boolean sure,
      HttpServletRequest request,
      RedirectAttributes later) {
    var file = file(code, request);
    if (file.isEmpty()) {
      return back("/track", code);
    }
    if (!sure) {
      return refused(file.get(), List.of(new FieldError("sure", "required", UNTICKED)));
    }
    var wrong = wrong(file.get(), erasing, "erasing", request);
    if (wrong != null) {
      return refused(file.get(), List.of(wrong));
    }
    return switch (data.erase(file.get())) {
      case ERASED, NOT_ON_FILE -> {
        later.addFlashAttribute("erased", true);
        yield new ModelAndView("redirect:/track/{code}/data", Map.of("code", code));
      }
      case MATTER_OPEN -> refused(file.get(), List.of(new FieldError("sure", "open", OPEN)));
    };
  }

  /** Absent if the whole phone was typed. */
  private @Nullable FieldError wrong(
      CaseView file, String phone, String field, HttpServletRequest request) {
    var key = "data " + file.identity().code().value() + " " + request.getRemoteAddr();
    if (!guesses.admit(key)) {
      return new FieldError(field, "wait", WAIT);
    }
    if (!people.phoneMatches(file.subject().applicant(), phone)) {
      return new FieldError(field, "unknown", WRONG);
    }
    guesses.forgive(key);
    return null;
  }

  private ModelAndView refused(CaseView file, List<FieldError> errors) {
    var page = page(file, Typed.NOTHING.with(errors));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView page(CaseView file, Typed typed) {
    return new ModelAndView(
        "voice/data",
        Map.of("code", file.identity().code().value(), "held", data.held(file), "typed", typed));
  }

  private Optional<CaseView> file(String code, HttpServletRequest request) {
    return CaseCode.parse(code)
        .filter(c -> Shown.allows(request.getSession(false), c.value()))
        .flatMap(cases::find);
  }

  private static ModelAndView back(String path, String code) {
    return new ModelAndView("redirect:" + path + "?code={code}", Map.of("code", code));
  }
}
