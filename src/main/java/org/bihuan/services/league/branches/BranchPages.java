package org.bihuan.services.league.branches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.league.Members;
import org.bihuan.services.league.Rulebook;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisation.Kind;
import org.bihuan.services.league.organisations.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A class decided on one page: what the table proposes for each, and one button for all ticked. */
@Controller
@Needs(Role.HANDLER)
class BranchPages {

  private static final int ROWS = 60;

  private final Members members;
  private final Organisations organisations;
  private final MemberReading reading;
  private final Wishing wishing;
  private final Rulebook rulebook;

  BranchPages(
      Members members,
      Organisations organisations,
      MemberReading reading,
      Wishing wishing,
      Rulebook rulebook) {
    this.members = members;
    this.organisations = organisations;
    this.reading = reading;
    this.wishing = wishing;
    this.rulebook = rulebook;
  }

  @GetMapping("/desk/league")
  ModelAndView list(
      @RequestParam(defaultValue = "") String branch,
      @RequestParam(defaultValue = "") String after,
      Actor actor) {
    return page(branch, after, organisations.hand(actor), List.of());
  }

  private ModelAndView page(String branch, String after, Hand hand, List<Outcome> results) {
    var tree = organisations.tree();
    var own =
        tree.all().stream()
            .filter(one -> one.kind() == Kind.CLASS)
            .filter(one -> hand.speaksFor(one.code()))
            .toList();
    var chosen = own.stream().filter(one -> one.code().equals(branch)).findFirst();
    var codes =
        chosen
            .map(one -> List.of(one.code()))
            .orElseGet(() -> own.stream().map(o -> o.code()).toList());
    var found = members.at(codes, after, ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var page = new ModelAndView("league/branch");
    page.addObject("lines", reading.lines(shown));
    page.addObject("classes", own);
    page.addObject("branch", branch);
    page.addObject("rules", rulebook.table().rules());
    page.addObject("receivers", reading.receivers(null));
    page.addObject("results", results);
    page.addObject("committee", hand.committee());
    page.addObject("next", found.size() > ROWS ? shown.getLast().number() : null);
    return page;
  }

  /** One act for all ticked members; each answered by itself. */
  @PostMapping("/desk/league")
  ModelAndView decide(@RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var typed = Typed.of(sent);
    var hand = organisations.hand(actor);
    var ticked = new ArrayList<UUID>();
    sent.getOrDefault("n", List.of()).forEach(id -> uuid(id).ifPresent(ticked::add));
    var results = wishing.decide(typed, ticked, hand);
    return page(typed.value("branch"), typed.value("after"), hand, results);
  }

  static Optional<UUID> uuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
