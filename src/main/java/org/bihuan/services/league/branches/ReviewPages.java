package org.bihuan.services.league.branches;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.league.Audit;
import org.bihuan.services.league.Lists;
import org.bihuan.services.league.Transfer.Phase;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What comes to an organisation: agree, give a branch, or return with a reason. */
@Controller
@Needs(Role.HANDLER)
class ReviewPages {

  private static final int ROWS = 200;

  private final Lists lists;
  private final Organisations organisations;
  private final MemberReading reading;
  private final Wishing wishing;
  private final Audit audit;

  ReviewPages(
      Lists lists,
      Organisations organisations,
      MemberReading reading,
      Wishing wishing,
      Audit audit) {
    this.lists = lists;
    this.organisations = organisations;
    this.reading = reading;
    this.wishing = wishing;
    this.audit = audit;
  }

  @GetMapping("/desk/league/incoming")
  ModelAndView list(Actor actor) {
    return page(organisations.hand(actor), List.of());
  }

  private ModelAndView page(Hand hand, List<Outcome> results) {
    var page = new ModelAndView("league/incoming");
    page.addObject("submitted", coming(hand, Phase.SUBMITTED));
    page.addObject("assigning", coming(hand, Phase.ASSIGNING));
    page.addObject("returned", hand.committee() ? coming(hand, Phase.RETURNED) : List.of());
    page.addObject("holding", coming(hand, Phase.HOLDING));
    page.addObject("receivers", reading.receivers(null));
    page.addObject("results", results);
    page.addObject("committee", hand.committee());
    page.addObject(
        "reminded",
        audit.notes(Audit.Kind.REMINDER, ROWS).stream()
            .anyMatch(note -> hand.posts().contains(note.said())));
    return page;
  }

  private List<MemberLine> coming(Hand hand, Phase phase) {
    return reading.coming(lists.coming(hand, List.of(phase), ROWS));
  }

  @PostMapping("/desk/league/incoming")
  ModelAndView decide(@RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var hand = organisations.hand(actor);
    var ticked = new ArrayList<UUID>();
    sent.getOrDefault("n", List.of()).forEach(id -> BranchPages.uuid(id).ifPresent(ticked::add));
    return page(hand, wishing.decide(Typed.of(sent), ticked, hand));
  }
}
