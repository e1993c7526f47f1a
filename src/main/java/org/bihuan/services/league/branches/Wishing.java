package org.bihuan.services.league.branches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.league.LeagueRefusal;
import org.bihuan.services.league.Member;
import org.bihuan.services.league.MemberWish;
import org.bihuan.services.league.Members;
import org.bihuan.services.league.RuledReceivers;
import org.bihuan.services.league.Transfers;
import org.bihuan.services.league.Verdict;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.rules.Rule;
import org.springframework.stereotype.Component;

/** From what a page sent to wishes, through the door, and back to words. */
@Component
final class Wishing {

  private static final Text NO_RULE = new Text("请先选择去向", "Choose what comes next first");
  private static final Text NO_RECEIVER = new Text("请选择接收的团组织", "Choose the receiver");

  private final Members members;
  private final RuledReceivers proposals;
  private final Transfers transfers;

  Wishing(Members members, RuledReceivers proposals, Transfers transfers) {
    this.members = members;
    this.proposals = proposals;
    this.transfers = transfers;
  }

  List<Outcome> decide(Typed typed, List<UUID> ids, Hand hand) {
    var found = members.find(ids);
    var results = new LinkedHashMap<UUID, Outcome>();
    var wishes = new ArrayList<MemberWish>();
    for (var id : ids.stream().distinct().toList()) {
      var member = found.get(id);
      if (member == null) {
        results.put(id, new Outcome("-", LeagueRefusal.UNKNOWN_MEMBER.message()));
        continue;
      }
      switch (wish(typed, member, hand)) {
        case Asked.Wanted(var wish) -> wishes.add(wish);
        case Asked.Missing(var why) -> results.put(id, new Outcome(member.number(), why));
      }
    }
    for (var verdict : transfers.perform(wishes, hand)) {
      switch (verdict) {
        case Verdict.Done(var id, _) -> results.put(id, new Outcome(number(found, id), null));
        case Verdict.Refused(var id, var why) ->
            results.put(id, new Outcome(number(found, id), why.message()));
      }
    }
    return List.copyOf(results.values());
  }

  private static String number(Map<UUID, Member> found, UUID id) {
    var member = found.get(id);
    return member == null ? "-" : member.number();
  }

  /** A wish, or what is missing for one. */
  private sealed interface Asked {
    record Wanted(MemberWish wish) implements Asked {}

    record Missing(Text why) implements Asked {}
  }

  private Asked wish(Typed typed, Member member, Hand hand) {
    var id = member.id();
    var reason = typed.value("reason").strip();
    var branch =
        typed.value("branch." + id).isEmpty() ? typed.value("give") : typed.value("branch." + id);
    return switch (typed.value("act")) {
      case "withdraw" -> new Asked.Wanted(new MemberWish.Withdraw(id));
      case "mark" -> new Asked.Wanted(new MemberWish.Mark(id));
      case "return" -> new Asked.Wanted(new MemberWish.Return(id, reason));
      case "agree" -> new Asked.Wanted(new MemberWish.Agree(id, branch.isEmpty() ? null : branch));
      case "assign" -> new Asked.Wanted(new MemberWish.Assign(id, branch));
      case "order" -> new Asked.Wanted(new MemberWish.Order(id, typed.value("to"), reason));
      case "resubmit" -> sending(typed, member, hand, true);
      default -> sending(typed, member, hand, false);
    };
  }

  private Asked sending(Typed typed, Member member, Hand hand, boolean again) {
    var chosen = typed.value("rule." + member.id());
    var proposal = chosen.isEmpty() ? proposals.of(member) : proposals.of(member, chosen);
    if (proposal.isEmpty()) {
      return new Asked.Missing(NO_RULE);
    }
    var rule = proposal.get().rule();
    if (!chosen.isEmpty() && mayAnswer(member, hand)) {
      members.answer(member.id(), answers(rule, typed.value("to")));
    }
    if (rule.does() == Rule.Does.MARK) {
      return new Asked.Wanted(new MemberWish.Mark(member.id()));
    }
    var reason = typed.value("reason").strip();
    var receiver = proposal.get().receiver();
    boolean overrides = !reason.isEmpty() || receiver == null;
    var to =
        overrides && !typed.value("to").isEmpty()
            ? typed.value("to")
            : receiver == null ? "" : receiver.code();
    if (to.isEmpty()) {
      return new Asked.Missing(NO_RECEIVER);
    }
    var why = reason.isEmpty() ? null : reason;
    return new Asked.Wanted(
        again
            ? new MemberWish.Resubmit(member.id(), rule.id(), to, why)
            : new MemberWish.Submit(member.id(), rule.id(), to, why));
  }

  private static boolean mayAnswer(Member member, Hand hand) {
    return hand.is(member.id()) || hand.speaksFor(member.home());
  }

  private static Map<String, String> answers(Rule rule, String to) {
    var answers = new HashMap<>(RuledReceivers.answers(rule));
    if (!to.isEmpty()) {
      answers.put("target", to);
    }
    return answers;
  }
}
