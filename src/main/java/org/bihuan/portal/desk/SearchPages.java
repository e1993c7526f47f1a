package org.bihuan.portal.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.shared.Typed;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one search box of the desk, and the keys that spare the mouse. */
@Controller
@Needs.Desk
class SearchPages {

  /** Read by the script too: it says nothing of anyone. */
  private static final String KEYS = "bihuan-keys";

  private final SearchReading searches;

  SearchPages(SearchReading searches) {
    this.searches = searches;
  }

  /** A number or code leads straight to its matter. */
  @GetMapping("/desk/search")
  ModelAndView search(
      @RequestParam(defaultValue = "") String q, Actor actor, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    var one = searches.one(q, actor);
    if (one.isPresent()) {
      return new ModelAndView("redirect:/desk/cases/" + one.get().identity().number().value());
    }
    var typed = Typed.of(Map.of("q", List.of(q.strip())));
    return new ModelAndView(
        "desk/search", Map.of("found", searches.read(q, actor), "typed", typed));
  }

  @GetMapping("/desk/keys")
  ModelAndView keys(@CookieValue(name = KEYS, defaultValue = "on") String keys) {
    return new ModelAndView("desk/keys", Map.of("on", !keys.equals("off")));
  }

  @PostMapping("/desk/keys")
  String keys(@RequestParam(defaultValue = "on") String keys, HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(KEYS, keys.equals("off") ? "off" : "on")
            .path("/desk")
            .sameSite("Lax")
            .maxAge(java.time.Duration.ofDays(400))
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:/desk/keys";
  }
}
