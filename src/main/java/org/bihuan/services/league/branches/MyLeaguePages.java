package org.bihuan.services.league.branches;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.entry.Visits;
import org.bihuan.foundation.people.Lookups;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.league.Member;
import org.bihuan.services.league.Members;
import org.bihuan.services.league.Rulebook;
import org.bihuan.services.league.organisations.Hand;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The member's own page: where the membership is, and sending it on from a phone. */
@Controller
@Needs(Role.APPLICANT)
class MyLeaguePages {

  private static final int PEOPLE = 100;

  private final Visits visits;
  private final Lookups lookups;
  private final Members members;
  private final MemberReading reading;
  private final Wishing wishing;
  private final Rulebook rulebook;

  MyLeaguePages(
      Visits visits,
      Lookups lookups,
      Members members,
      MemberReading reading,
      Wishing wishing,
      Rulebook rulebook) {
    this.visits = visits;
    this.lookups = lookups;
    this.members = members;
    this.reading = reading;
    this.wishing = wishing;
    this.rulebook = rulebook;
  }

  @GetMapping("/my/league")
  ModelAndView own(@RequestParam(defaultValue = "") String rule, Actor actor) {
    return page(actor, rule, List.of());
  }

  private ModelAndView page(Actor actor, String wanted, List<Outcome> results) {
    var page = new ModelAndView("league/my");
    page.addObject("lines", reading.lines(mine(actor)));
    page.addObject("table", rulebook.table());
    page.addObject("wanted", wanted);
    page.addObject("receivers", reading.receivers(null));
    page.addObject("results", results);
    return page;
  }

  private List<Member> mine(Actor actor) {
    return visits
        .phone(actor)
        .map(phone -> members.ofPeople(lookups.people(Lookups.Clue.PHONE, phone, PEOPLE)))
        .orElse(List.of());
  }

  @PostMapping("/my/league/{id}")
  ModelAndView act(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var own = mine(actor).stream().map(Member::id).collect(Collectors.toUnmodifiableSet());
    var ids = own.contains(id) ? List.of(id) : List.<UUID>of();
    var hand = Hand.member(actor.id(), ids.isEmpty() ? Set.of() : own);
    return page(actor, "", wishing.decide(Typed.of(sent), ids, hand));
  }
}
