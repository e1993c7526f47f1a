package org.bihuan.services.appeals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.evidence.Attaching;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.intake.Counter;
import org.bihuan.loop.procedures.Item;
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

/**
 * The riders' own entrance: the matter by one tap, the rest on one page that needs no typing. It is
 * the same filing as everybody's; what is not typed is filled in from the matter and the place.
 */
@Controller
@Open(reason = "riders raise matters at the roadside, without an account")
class RiderPages {

  private static final String APPEAL = "appeal";
  private static final String RIDER = "rider-";
  private static final String ONLINE = "online";

  private final Procedures procedures;
  private final Counter counter;
  private final Cases cases;
  private final Attaching attaching;
  private final RiderWords words;

  RiderPages(
      Procedures procedures, Counter counter, Cases cases, Attaching attaching, RiderWords words) {
    this.procedures = procedures;
    this.counter = counter;
    this.cases = cases;
    this.attaching = attaching;
    this.words = words;
  }

  @GetMapping("/riders")
  ModelAndView riders() {
    var own = new LinkedHashMap<Boolean, List<Item>>();
    for (boolean rider : new boolean[] {true, false}) {
      own.put(
          rider,
          procedures.items().stream()
              .filter(i -> i.procedure().equals(APPEAL) && i.code().startsWith(RIDER) == rider)
              .toList());
    }
    return new ModelAndView(
        "appeals/riders", Map.of("own", own.get(true), "others", own.get(false)));
  }

  @GetMapping("/riders/{item}")
  ModelAndView report(@PathVariable String item) {
    return page(asked(item), Typed.NOTHING);
  }

  @PostMapping("/riders/{item}")
  ModelAndView send(
      @PathVariable String item,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request,
      RedirectAttributes later) {
    var form = asked(item);
    var typed = Typed.of(sent);
    return switch (counter.handIn(form, words.completed(form, typed), ONLINE, null)) {
      case Counter.Handed.In(var code) -> {
        Shown.allow(request.getSession(), code);
        attach(code, files, later);
        yield new ModelAndView("redirect:/receipt/" + code);
      }
      case Counter.Handed.Back(var wrong) -> {
        var page = page(form, typed.without("key").with(wrong.errors()));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private void attach(String code, @Nullable List<MultipartFile> files, RedirectAttributes later) {
    CaseCode.parse(code)
        .flatMap(cases::find)
        .map(
            file ->
                attaching.attach(
                    file.identity().id().value(),
                    Actor.applicant(file.subject().applicant(), ""),
                    files))
        .ifPresent(attached -> later.addFlashAttribute("attached", attached));
  }

  private ModelAndView page(Counter.Form form, Typed typed) {
    return new ModelAndView(
        "appeals/report",
        Map.of("form", form, "typed", typed, "streets", words.streets(), "reach", words.reach()));
  }

  private Counter.Form asked(String item) {
    if (!item.startsWith(RIDER)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return counter
        .form(item, false)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
