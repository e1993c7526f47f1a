package org.bihuan.services.league.branches;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.league.Rulebook;
import org.bihuan.services.league.rules.RuleTable.Recommendation;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a membership goes and by when, for anybody: three questions at most, and the whole table.
 */
@Controller
@Open(reason = "the plan and its dates are public; nothing of anybody is asked or kept")
class LeagueGuidePages {

  private final Rulebook rulebook;
  private final Clock clock;

  LeagueGuidePages(Rulebook rulebook, Clock clock) {
    this.rulebook = rulebook;
    this.clock = clock;
  }

  @GetMapping("/league")
  ModelAndView guide(@RequestParam MultiValueMap<String, String> asked) {
    var given = new HashMap<String, String>();
    var table = rulebook.table();
    table.questions().forEach(q -> given.put(q.id(), first(asked, q.id())));
    var advice = table.advise(given);
    int year = ChinaTime.day(clock.instant()).getYear();
    var page = new ModelAndView("league/guide");
    page.addObject("table", table);
    page.addObject("dates", rulebook.dates().of(year));
    page.addObject("published", rulebook.dates().published(year));
    page.addObject("typed", Typed.of(Map.copyOf(asked)));
    page.addObject("fires", advice instanceof Recommendation.Fires(var rule, _) ? rule : null);
    page.addObject(
        "asks", advice instanceof Recommendation.Asks(var question, _) ? question : null);
    page.addObject("answers", answers(advice));
    return page;
  }

  private static String first(MultiValueMap<String, String> asked, String name) {
    var value = asked.getFirst(name);
    return value == null ? "" : value;
  }

  private static Map<String, String> answers(Recommendation advice) {
    return switch (advice) {
      case Recommendation.Fires(_, var answers) -> answers;
      case Recommendation.Asks(_, var answers) -> answers;
      case Recommendation.Unknown _ -> Map.of();
    };
  }
}
