package org.bihuan.portal.stations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.intake.Retries;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.StationCatalogue;
import org.bihuan.services.stations.Stations;
import org.bihuan.services.stations.Trouble;
import org.bihuan.services.stations.Troubles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Something is broken, in two taps: that it is, and what. Nobody has to give a name; who does gets
 * the answer. The same tap sent twice is one matter.
 */
@Controller
@Open(reason = "whoever sees that something is broken says so on the spot, without an account")
class BrokenPages {

  /** Whose keys the public's are; a key is random, so that nobody meets another's. */
  private static final UUID PUBLIC = new UUID(0, 1);

  /** Where the page was too old, or its key was used for something else. */
  private static final Troubles.Reported STALE =
      new Troubles.Reported.Wrong(
          List.of(
              new FieldError(
                  "main",
                  "stale",
                  new Text("页面已过期，请再点一次", "This page is too old; tap once more"))));

  /** What changes from one drawing of the form to the next. */
  private static final Set<String> UNSAID = Set.of("key", "_csrf");

  private final Stations stations;
  private final Troubles troubles;
  private final StationCatalogue catalogue;
  private final Retries retries;

  BrokenPages(Stations stations, Troubles troubles, StationCatalogue catalogue, Retries retries) {
    this.stations = stations;
    this.troubles = troubles;
    this.catalogue = catalogue;
    this.retries = retries;
  }

  @GetMapping("/stations/{station}/broken")
  ModelAndView ask(@PathVariable String station) {
    return page(found(station), Typed.NOTHING);
  }

  @PostMapping("/stations/{station}/broken")
  ModelAndView report(
      @PathVariable String station,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request,
      RedirectAttributes later) {
    var found = found(station);
    var typed = Typed.of(sent);
    var came = new AtomicReference<Troubles.Reported>(STALE);
    return switch (once(found, typed, came)) {
      case String code when !code.isEmpty() -> receipt(code, request);
      case String _ -> notOpened(found, typed, came.get(), later);
    };
  }

  /** The code of the matter, opened now or by the same tap before; empty if there is none. */
  private String once(Station station, Typed typed, AtomicReference<Troubles.Reported> came) {
    var key = typed.value("key");
    if (!key.matches("[0-9a-f-]{36}")) {
      return "";
    }
    var asked = new TreeMap<>(typed.values());
    asked.keySet().removeAll(UNSAID);
    var request = new Retries.Request(PUBLIC, key, station.code() + " " + asked);
    return switch (retries.once(request, () -> answer(station, typed, came))) {
      case Retries.Outcome.Fresh(var answer) -> answer.body();
      case Retries.Outcome.Replayed(var answer) -> answer.body();
      case Retries.Outcome.KeyReused _ -> "";
    };
  }

  private Retries.Answer answer(
      Station station, Typed typed, AtomicReference<Troubles.Reported> came) {
    var said =
        new Troubles.Said(
            typed.value("subject"),
            typed.value("description"),
            typed.value("name"),
            typed.value("phone"));
    var reported = troubles.report(station, said);
    came.set(reported);
    return switch (reported) {
      case Troubles.Reported.Opened(var file) ->
          new Retries.Answer(201, file.identity().code().value());
      case Troubles.Reported.Known _ -> new Retries.Answer(409, "");
      case Troubles.Reported.Wrong _ -> new Retries.Answer(422, "");
    };
  }

  private ModelAndView notOpened(
      Station station, Typed typed, Troubles.Reported reported, RedirectAttributes later) {
    return switch (reported) {
      case Troubles.Reported.Known(var trouble) -> {
        later.addFlashAttribute("known", troubles.thing(trouble));
        yield new ModelAndView("redirect:/stations/" + station.code());
      }
      case Troubles.Reported.Wrong(var errors) -> {
        var inForm = errors.stream().map(BrokenPages::inForm).toList();
        var page = page(station, typed.with(inForm));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
      case Troubles.Reported.Opened opened ->
          throw new IllegalStateException("a matter was opened without a code: " + opened);
    };
  }

  private static FieldError inForm(FieldError error) {
    var field = error.field().replaceFirst("^applicant\\.", "");
    return new FieldError(field, error.code(), error.message());
  }

  private static ModelAndView receipt(String code, HttpServletRequest request) {
    Shown.allow(request.getSession(), code);
    return new ModelAndView("redirect:/receipt/" + code);
  }

  private ModelAndView page(Station station, Typed typed) {
    var open =
        troubles.of(station).stream()
            .filter(trouble -> trouble.open() && trouble.kind() == Trouble.Kind.BROKEN)
            .map(Trouble::subject)
            .collect(Collectors.toSet());
    var page = new ModelAndView("stations/broken", Map.of("station", station, "typed", typed));
    page.addObject("catalogue", catalogue);
    page.addObject("reported", open);
    return page.addObject("key", UUID.randomUUID().toString());
  }

  private Station found(String code) {
    return stations
        .find(code)
        .filter(station -> !station.retired())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
