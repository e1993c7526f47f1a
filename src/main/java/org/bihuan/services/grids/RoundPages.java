package org.bihuan.services.grids;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.evidence.Attaching;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The day of a grid worker, and the form for what is met on the round. */
@Controller
class RoundPages {

  private final RoundReading reading;
  private final MatterList matters;
  private final Sending sending;
  private final Attaching attaching;

  RoundPages(RoundReading reading, MatterList matters, Sending sending, Attaching attaching) {
    this.reading = reading;
    this.matters = matters;
    this.sending = sending;
    this.attaching = attaching;
  }

  @GetMapping("/grid")
  @Needs(Role.GRID_WORKER)
  ModelAndView today(Actor actor) {
    return new ModelAndView("grids/round", Map.of("round", reading.of(actor)));
  }

  /** Without a worker the form is empty and impersonal: that one a phone keeps for no network. */
  @GetMapping("/grid/capture")
  @Open(reason = "the empty form that a phone keeps for places without network; holds no data")
  ModelAndView form(@RequestParam MultiValueMap<String, String> asked, @Nullable Actor actor) {
    var values = new LinkedHashMap<String, List<String>>();
    values.put("kind", List.of(Typed.of(asked).value("kind")));
    return page(new Typed(values, List.of()), actor);
  }

  @PostMapping("/grid/captures")
  @Needs(Role.GRID_WORKER)
  ModelAndView capture(
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Actor actor,
      RedirectAttributes later) {
    var typed = Typed.of(sent);
    return switch (sending.capture(typed, actor)) {
      case Records.Sent.Kept(var record) -> {
        later.addFlashAttribute("attached", attaching.attach(record, actor, files));
        yield new ModelAndView("redirect:/grid/records/" + record);
      }
      case Records.Sent.Clashing(var clash) ->
          throw new IllegalStateException("a new record met another: " + clash);
      case Records.Sent.Unknown _ -> wrong(typed.with(Sending.STALE), actor);
      case Records.Sent.Wrong(var errors) -> wrong(typed.with(errors), actor);
    };
  }

  private ModelAndView wrong(Typed typed, Actor actor) {
    var page = page(typed.without("key"), actor);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView page(Typed typed, @Nullable Actor actor) {
    boolean walks = actor != null && actor.is(Role.GRID_WORKER);
    var page = new ModelAndView("grids/capture");
    page.addObject("typed", typed);
    page.addObject("key", UUID.randomUUID().toString());
    page.addObject("matters", matters.all());
    page.addObject("grids", walks && actor != null ? reading.grids(actor) : List.of());
    page.addObject("me", walks && actor != null ? actor.id().toString() : "");
    return page;
  }
}
