package org.bihuan.portal.figures;

import java.util.Map;
import org.bihuan.foundation.access.Needs;
import org.bihuan.insight.rates.Figures;
import org.bihuan.insight.rates.Rate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What every figure means, for everybody who is measured by it. */
@Controller
@Needs.Desk
class FigurePages {

  private final Figures figures;

  FigurePages(Figures figures) {
    this.figures = figures;
  }

  @GetMapping("/board/figures")
  ModelAndView all() {
    return page(Map.of("figures", figures.all()));
  }

  @GetMapping("/board/figures/{rate}")
  ModelAndView one(@PathVariable("rate") String code) {
    var rate = Rate.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return page(Map.of("figures", java.util.List.of(figures.of(rate))));
  }

  private ModelAndView page(Map<String, ?> shown) {
    var page = new ModelAndView("figures/figures", shown);
    page.addObject("version", figures.version());
    page.addObject("notes", figures.notes());
    return page;
  }
}
