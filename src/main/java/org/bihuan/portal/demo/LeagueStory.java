package org.bihuan.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.league.Audit;
import org.bihuan.services.league.MemberWish;
import org.bihuan.services.league.Members;
import org.bihuan.services.league.Newcomer;
import org.bihuan.services.league.Transfers;
import org.bihuan.services.league.Verdict;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Organisations;
import org.bihuan.services.league.rolls.Rolls;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A school year of the League: three classes, every situation, in every state. */
@Component
@ConditionalOnBooleanProperty("bihuan.demo")
class LeagueStory {

  private final Organisations organisations;
  private final Members members;
  private final Transfers transfers;
  private final Audit audit;
  private final Rolls rolls;
  private final DemoClock clock;

  LeagueStory(
      Organisations organisations,
      Members members,
      Transfers transfers,
      Audit audit,
      Rolls rolls,
      DemoClock clock) {
    this.organisations = organisations;
    this.members = members;
    this.transfers = transfers;
    this.audit = audit;
    this.rolls = rolls;
    this.clock = clock;
  }

  /** The file of the year: organisations, who acts, members, and what happens to them. */
  record Book(
      int version,
      String source,
      List<Place> organisations,
      Map<String, List<String>> posts,
      List<Graduate> members,
      List<Step> steps) {}

  /** An organisation of the story. */
  record Place(
      String code, String kind, @Nullable String parent, String zh, String en, boolean branch) {

    Organisation organisation() {
      return new Organisation(
          code, Organisation.Kind.of(kind), parent, new Text(zh, en), null, branch);
    }
  }

  /** One member. */
  record Graduate(String number, String name, String home, Map<String, String> answers) {}

  /**
   * What somebody does to some members.
   *
   * @param ago days before today
   * @param by login; absent for the members themselves
   */
  record Step(
      int ago,
      @Nullable String by,
      String act,
      List<String> members,
      @Nullable String rule,
      @Nullable String to,
      @Nullable String reason) {}

  /** Tells it up to today; every member of the story must do what the book says. */
  void tell(Instant today, Cast.Troupe troupe) {
    var book = DataFile.resource("demo/league.yaml").as(Book.class);
    try {
      clock.hold(today.minus(Duration.ofDays(book.steps().getFirst().ago() + 1L)));
      organisations.put(book.organisations().stream().map(Place::organisation).toList());
      book.posts()
          .forEach(
              (login, codes) ->
                  codes.forEach(code -> organisations.give(code, troupe.actor(login).id())));
      var ids = enter(book, today);
      for (var step : book.steps()) {
        clock.hold(today.minus(Duration.ofDays(step.ago())));
        step.members().forEach(number -> perform(step, number, ids, troupe));
      }
      audit.run();
      var committee = organisations.hand(troupe.actor("handler.league-committee"));
      rolls.give("示例名单.xlsx", rolls.template(), committee);
    } finally {
      clock.run();
    }
  }

  private Map<String, UUID> enter(Book book, Instant today) {
    var day = graduation(ChinaTime.day(today));
    var newcomers = new ArrayList<Newcomer>();
    for (var one : book.members()) {
      var phone = "1393520" + one.number().substring(one.number().length() - 4);
      newcomers.add(new Newcomer(one.number(), one.name(), phone, one.home(), day, one.answers()));
    }
    members.enter(newcomers);
    var codes = book.organisations().stream().map(Place::code).toList();
    var ids = new java.util.HashMap<String, UUID>();
    members.at(codes, "", newcomers.size() + 1).forEach(m -> ids.put(m.number(), m.id()));
    return ids;
  }

  /** The latest end of a school year. */
  private static LocalDate graduation(LocalDate today) {
    var day = LocalDate.of(today.getYear(), 6, 30);
    return day.isAfter(today) ? day.minusYears(1) : day;
  }

  private void perform(Step step, String number, Map<String, UUID> ids, Cast.Troupe troupe) {
    var id = java.util.Objects.requireNonNull(ids.get(number), number);
    var verdict = transfers.perform(List.of(wish(step, id)), hand(step, id, troupe)).getFirst();
    if (verdict instanceof Verdict.Refused(_, var why)) {
      throw new IllegalStateException(number + " cannot " + step.act() + ": " + why.code());
    }
  }

  private Hand hand(Step step, UUID id, Cast.Troupe troupe) {
    return step.by() == null
        ? Hand.member(members.find(id).orElseThrow().person(), java.util.Set.of(id))
        : organisations.hand(troupe.actor(step.by()));
  }

  private static MemberWish wish(Step step, UUID id) {
    var rule = String.valueOf(step.rule());
    var to = String.valueOf(step.to());
    var reason = String.valueOf(step.reason());
    return switch (step.act()) {
      case "submit" -> new MemberWish.Submit(id, rule, to, step.reason());
      case "resubmit" -> new MemberWish.Resubmit(id, rule, to, step.reason());
      case "withdraw" -> new MemberWish.Withdraw(id);
      case "return" -> new MemberWish.Return(id, reason);
      case "agree" -> new MemberWish.Agree(id, step.to());
      case "assign" -> new MemberWish.Assign(id, to);
      case "order" -> new MemberWish.Order(id, to, reason);
      case "mark" -> new MemberWish.Mark(id);
      default -> throw new IllegalArgumentException("no act " + step.act());
    };
  }
}
