package org.bihuan.services.approvals;

import java.util.Map;
import org.bihuan.foundation.access.Open;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What a licence needs and how long it takes, before anybody makes a trip. */
@Controller
@Open(reason = "行政许可法 art. 30: items, conditions, materials and limits are public")
class GuidePages {

  private final Guides guides;

  GuidePages(Guides guides) {
    this.guides = guides;
  }

  @GetMapping("/guides")
  ModelAndView all() {
    return new ModelAndView("approvals/guides", Map.of("guides", guides.all()));
  }

  @GetMapping("/guides/{item}")
  ModelAndView one(@PathVariable String item) {
    return guides
        .find(item)
        .map(guide -> new ModelAndView("approvals/guide", Map.of("guide", guide)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
