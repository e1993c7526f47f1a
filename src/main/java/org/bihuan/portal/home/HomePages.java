package org.bihuan.portal.home;

import java.util.Map;
import org.bihuan.foundation.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signpost what one wants to do, and the page of those who would rather be helped. */
@Controller
@Open(reason = "what can be done here, and who helps, is for everybody")
class HomePages {

  private final Directory directory;

  HomePages(Directory directory) {
    this.directory = directory;
  }

  @GetMapping("/search")
  ModelAndView search(@RequestParam(defaultValue = "") String q) {
    return new ModelAndView("home/search", Map.of("asked", q, "found", directory.find(q)));
  }

  @GetMapping("/help")
  String help() {
    return "home/help";
  }
}
