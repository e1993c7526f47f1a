package org.bihuan.loop.voice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Guesses;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.letters.Letters;
import org.bihuan.foundation.letters.Way;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Looking up a matter with its code and the end of the phone number. */
@Controller
@Open(reason = "the code and the phone open a matter, not an account")
class TrackPages {

  private static final Text WRONG =
      new Text(
          "查询码或手机尾号不对，请核对后再试", "The code or the last four digits are not right; please check both");
  private static final Text WAIT =
      new Text("试错次数太多，请过一会儿再试", "Too many wrong tries; please wait a while");

  private final Voice voice;
  private final Guesses guesses;
  private final Cases cases;
  private final Units units;
  private final Evidence evidence;
  private final Letters letters;

  TrackPages(
      Voice voice, Guesses guesses, Cases cases, Units units, Evidence evidence, Letters letters) {
    this.voice = voice;
    this.guesses = guesses;
    this.cases = cases;
    this.units = units;
    this.evidence = evidence;
    this.letters = letters;
  }

  @GetMapping("/track")
  ModelAndView ask(@RequestParam(required = false) @Nullable String code) {
    var typed = code == null ? Typed.NOTHING : new Typed(Map.of("code", List.of(code)), List.of());
    return new ModelAndView("voice/track", Map.of("typed", typed));
  }

  /** One answer for a wrong code and for a wrong phone: nobody learns which codes exist. */
  @PostMapping("/track")
  ModelAndView open(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String tail,
      HttpServletRequest request) {
    var asked = CaseCode.parse(code);
    if (asked.isEmpty()) {
      return refused(code, WRONG, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var key = "track " + asked.get().value() + " " + request.getRemoteAddr();
    var byAddress = "track-address:" + request.getRemoteAddr();
    // a code alone opens what was raised without a name: whoever tries many is stopped by address
    if (!guesses.admit(key) || (tail.isBlank() && !guesses.admitFromAddress(byAddress))) {
      return refused(code, WAIT, HttpStatus.TOO_MANY_REQUESTS);
    }
    var found = voice.track(asked.get().value(), tail);
    if (found.isEmpty()) {
      return refused(code, WRONG, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    guesses.forgive(key);
    if (tail.isBlank()) {
      guesses.takeBack(byAddress);
    }
    var known = found.get().file().identity().code().value();
    Shown.allow(request.getSession(), known);
    return new ModelAndView("redirect:/track/" + known);
  }

  private static ModelAndView refused(String code, Text message, HttpStatus status) {
    var errors = List.of(new FieldError("code", "unknown", message));
    var page =
        new ModelAndView(
            "voice/track", Map.of("typed", new Typed(Map.of("code", List.of(code)), errors)));
    page.setStatus(status);
    return page;
  }

  @GetMapping("/track/{code}")
  ModelAndView matter(@PathVariable String code, HttpServletRequest request) {
    return CaseCode.parse(code)
        .filter(c -> Shown.allows(request.getSession(false), c.value()))
        .flatMap(voice::track)
        .map(tracked -> matter(tracked, request))
        .orElseGet(() -> new ModelAndView("redirect:/track?code={code}", Map.of("code", code)));
  }

  private ModelAndView matter(Voice.Tracked tracked, HttpServletRequest request) {
    // whoever has shown the code of a matter has shown it for what their own rating set going
    tracked.others().forEach(other -> Shown.allow(request.getSession(), other.code()));
    var file = tracked.file();
    var id = file.identity().id().value();
    var unit = units.find(file.unit()).map(WorkUnit::name);
    var page =
        new ModelAndView(
            "voice/matter", Map.of("tracked", tracked, "procedure", cases.procedure(file)));
    page.addObject("files", evidence.of(id));
    page.addObject("told", letters.told(id));
    page.addObject("mails", letters.goes(Way.EMAIL));
    page.addObject("mail", letters.alsoTo(file.subject().applicant()));
    page.addObject("unit", unit.orElse(new Text(file.unit(), file.unit())));
    return page;
  }
}
