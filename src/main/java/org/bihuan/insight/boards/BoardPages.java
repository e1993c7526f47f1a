package org.bihuan.insight.boards;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The leaders' entrance: what was done in a period, counted from the register. */
@Controller
@Needs({Role.LEADER, Role.ADMIN})
class BoardPages {

  private static final List<Integer> PERIODS = List.of(7, 30, 90, 365);

  private final Boards boards;
  private final Procedures procedures;
  private final Clock clock;

  BoardPages(Boards boards, Procedures procedures, Clock clock) {
    this.boards = boards;
    this.procedures = procedures;
    this.clock = clock;
  }

  @GetMapping("/board")
  ModelAndView board(@RequestParam(defaultValue = "30") int days) {
    int period = PERIODS.contains(days) ? days : 30;
    var today = ChinaTime.day(clock.instant());
    var lines =
        boards.tallies(today.minusDays(period - 1L), today).stream()
            .map(tally -> new BoardLine(title(tally.act()), tally.times()))
            .toList();
    return new ModelAndView(
        "boards/board", Map.of("lines", lines, "days", period, "periods", PERIODS));
  }

  /** An act may have another name in each procedure, and is counted over all of them. */
  private Text title(String act) {
    var titles =
        procedures.all().stream()
            .filter(p -> p.revision() == procedures.latest(p.id()).revision())
            .flatMap(p -> p.acts().values().stream())
            .filter(a -> a.id().equals(act))
            .map(a -> a.title())
            .distinct()
            .toList();
    return titles.isEmpty()
        ? new Text(act, act)
        : new Text(joined(titles, Text::zh), joined(titles, Text::en));
  }

  private static String joined(List<Text> titles, Function<Text, String> language) {
    return titles.stream().map(language).distinct().collect(Collectors.joining(" / "));
  }
}
