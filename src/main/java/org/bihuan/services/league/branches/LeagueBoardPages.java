package org.bihuan.services.league.branches;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.services.league.Audit;
import org.bihuan.services.league.Board;
import org.bihuan.services.league.Lists;
import org.bihuan.services.league.Rulebook;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisations;
import org.bihuan.services.league.rolls.Sheet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * How far a year is: by school, destination and day, who lags, who refuses, and that nobody is
 * lost.
 */
@Controller
@Needs({Role.HANDLER, Role.LEADER})
class LeagueBoardPages {

  static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Lists lists;
  private final Organisations organisations;
  private final MemberReading reading;
  private final Rulebook rulebook;
  private final Audit audit;
  private final Clock clock;

  LeagueBoardPages(
      Lists lists,
      Organisations organisations,
      MemberReading reading,
      Rulebook rulebook,
      Audit audit,
      Clock clock) {
    this.lists = lists;
    this.organisations = organisations;
    this.reading = reading;
    this.rulebook = rulebook;
    this.audit = audit;
    this.clock = clock;
  }

  private static boolean whole(Hand hand) {
    return hand.actor().is(Role.LEADER) || hand.committee();
  }

  private int year(int asked) {
    int now = ChinaTime.day(clock.instant()).getYear();
    return asked >= 1990 && asked <= 2100 ? asked : now;
  }

  @GetMapping("/desk/league/board")
  ModelAndView board(@RequestParam(defaultValue = "0") int year, Actor actor) {
    return page(year(year), organisations.hand(actor), -1);
  }

  private ModelAndView page(int year, Hand hand, int reminded) {
    var page = new ModelAndView("league/board");
    var board = seen(year, hand);
    boolean whole = whole(hand);
    page.addObject("board", board);
    page.addObject("dates", rulebook.dates().of(year));
    page.addObject("line", rulebook.dates().refusals());
    page.addObject("names", names(board));
    page.addObject("held", whole ? lists.held().orElse(null) : null);
    page.addObject("count", whole ? audit.count() : null);
    page.addObject("notes", whole ? audit.notes(Audit.Kind.CONSERVATION, 7) : List.of());
    page.addObject("reminded", reminded);
    page.addObject("whole", whole);
    return page;
  }

  /** Schools and receivers see themselves, the committee and the leaders everybody. */
  private Board.Year seen(int year, Hand hand) {
    var all = lists.board(year);
    if (whole(hand)) {
      return all;
    }
    return new Board.Year(
        year,
        all.schools().stream().filter(line -> hand.speaksFor(line.key())).toList(),
        List.of(),
        List.of(),
        all.receivers().stream().filter(one -> hand.speaksFor(one.organisation())).toList());
  }

  private java.util.Map<String, org.bihuan.foundation.shared.Text> names(Board.Year board) {
    var names = new java.util.HashMap<String, org.bihuan.foundation.shared.Text>();
    board.schools().forEach(line -> names.put(line.key(), reading.name(line.key())));
    board
        .receivers()
        .forEach(one -> names.put(one.organisation(), reading.name(one.organisation())));
    return names;
  }

  /** Writes to a school's members who have not begun, or puts a notice on a receiver's page. */
  @PostMapping("/desk/league/board/remind")
  ModelAndView remind(
      @RequestParam(defaultValue = "0") int year,
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String receiver,
      Actor actor) {
    var hand = organisations.hand(actor);
    int written = 0;
    if (!school.isEmpty() && hand.speaksFor(school)) {
      written = lists.remind(year(year), school);
      audit.note(Audit.Kind.REMINDER, actor.id(), "members of " + school, true);
    }
    if (hand.committee() && organisations.tree().find(receiver).isPresent()) {
      written = organisations.holders(receiver).size();
      audit.note(Audit.Kind.REMINDER, actor.id(), receiver, true);
    }
    return page(year(year), hand, written);
  }

  /** The figures by school as a table; that it was taken is written down first. */
  @GetMapping("/desk/league/board.xlsx")
  ResponseEntity<byte[]> export(
      @RequestParam(defaultValue = "0") int year, Actor actor, Locale language) {
    var board = seen(year(year), organisations.hand(actor));
    audit.note(Audit.Kind.EXPORT, actor.id(), "board " + year(year), true);
    var rows = new ArrayList<List<String>>();
    for (var line : board.schools()) {
      rows.add(
          List.of(
              reading.name(line.key()).in(language),
              String.valueOf(line.members()),
              String.valueOf(line.due()),
              String.valueOf(line.in()),
              String.valueOf(line.underWay()),
              String.valueOf(line.holding()),
              String.valueOf(line.home()),
              line.rate()));
    }
    var head =
        "en".equals(language.getLanguage())
            ? List.of("School", "Members", "Due", "Moved", "Under way", "Held", "Not begun", "Rate")
            : List.of("学校", "毕业生团员", "应转", "已转", "在办", "保留", "未发起", "应转尽转率");
    return file("league-" + year(year) + ".xlsx", Sheet.write("board", head, rows));
  }

  static ResponseEntity<byte[]> file(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(content);
  }
}
