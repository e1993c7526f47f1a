package org.bihuan.loop.voice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Forms;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One page for each thing the person can say: confirm, object, rate, correct, withdraw, reopen. */
@Controller
@RequestMapping("/track/{code}/acts/{act}")
@Open(reason = "only for the session that has shown code and phone")
class SayPages {

  private final Voice voice;
  private final Cases cases;
  private final Forms forms;

  SayPages(Voice voice, Cases cases, Forms forms) {
    this.voice = voice;
    this.cases = cases;
    this.forms = forms;
  }

  @GetMapping
  ModelAndView form(
      @PathVariable String code, @PathVariable String act, HttpServletRequest request) {
    return allowed(code, request)
        .flatMap(tracked -> rule(tracked, act).map(rule -> page(tracked, rule, Typed.NOTHING)))
        .orElseGet(() -> back(code));
  }

  @PostMapping
  ModelAndView say(
      @PathVariable String code,
      @PathVariable String act,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request,
      RedirectAttributes later) {
    var tracked = allowed(code, request);
    var rule = tracked.flatMap(t -> rule(t, act));
    if (tracked.isEmpty() || rule.isEmpty()) {
      later.addFlashAttribute("refusal", Refusal.CHANGED_MEANWHILE.message());
      return back(code);
    }
    return say(tracked.get(), rule.get(), Typed.of(sent), later);
  }

  private ModelAndView say(
      Voice.Tracked tracked, ActRule rule, Typed typed, RedirectAttributes later) {
    var form = rule.form();
    var read =
        form == null
            ? new Forms.Read(JsonNodeFactory.instance.objectNode(), List.of())
            : forms.factsFrom(form, typed.under("facts."));
    if (!read.errors().isEmpty()) {
      return wrong(page(tracked, rule, typed.with(read.errors())));
    }
    var code = tracked.file().identity().code();
    var note = typed.value("note").isBlank() ? null : typed.value("note").strip();
    var facts = (ObjectNode) read.facts();
    return switch (voice.say(code, rule.id(), version(typed), note, facts)) {
      case Decision.Accepted _ -> {
        later.addFlashAttribute("done", rule.title());
        yield back(code.value());
      }
      case Decision.Refused refused -> refused(tracked, rule, typed, refused, later);
    };
  }

  private ModelAndView refused(
      Voice.Tracked tracked,
      ActRule rule,
      Typed typed,
      Decision.Refused refused,
      RedirectAttributes later) {
    var refusal = refused.refusal();
    if (refusal == Refusal.INVALID_FACTS) {
      return wrong(page(tracked, rule, typed.with(refused.errors())));
    }
    if (refusal == Refusal.NOTE_NEEDED) {
      var error = new FieldError("note", refusal.code(), refusal.message());
      return wrong(page(tracked, rule, typed.with(List.of(error))));
    }
    later.addFlashAttribute("refusal", refusal.message());
    return back(tracked.file().identity().code().value());
  }

  private ModelAndView page(Voice.Tracked tracked, ActRule rule, Typed typed) {
    var form = rule.form();
    var to = rule.to() == null ? null : cases.procedure(tracked.file()).states().get(rule.to());
    return new ModelAndView(
        "voice/say",
        Map.of(
            "tracked", tracked,
            "rule", rule,
            "fields", form == null ? List.of() : forms.fields(form),
            "grave", to != null && to.end() && rule.has(ActRule.Flag.NOTE),
            "typed", typed));
  }

  private static ModelAndView wrong(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private static ModelAndView back(String code) {
    return new ModelAndView("redirect:/track/{code}", Map.of("code", code));
  }

  private Optional<Voice.Tracked> allowed(String code, HttpServletRequest request) {
    return CaseCode.parse(code)
        .filter(c -> Shown.allows(request.getSession(false), c.value()))
        .flatMap(voice::track);
  }

  private static Optional<ActRule> rule(Voice.Tracked tracked, String act) {
    return tracked.acts().stream().filter(rule -> rule.id().equals(act)).findFirst();
  }

  private static @Nullable Long version(Typed typed) {
    var version = typed.value("version");
    return version.matches("\\d{1,9}") ? Long.valueOf(version) : null;
  }
}
