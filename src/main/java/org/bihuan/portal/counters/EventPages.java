package org.bihuan.portal.counters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The counters of the desk as they change: told, or asked for again and again. */
@Controller
@Needs.Desk
class EventPages {

  private final Counters counters;
  private final Lines lines;

  EventPages(Counters counters, Lines lines) {
    this.counters = counters;
    this.lines = lines;
  }

  /** Server-sent events; a full house says so at once, and the page asks from time to time. */
  @GetMapping("/desk/events")
  void events(HttpServletRequest request, HttpServletResponse response, Actor actor)
      throws IOException {
    lines.open(request, response, actor);
  }

  @GetMapping("/desk/counters")
  ResponseEntity<Counts> counts(Actor actor) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(counters.of(actor));
  }
}
