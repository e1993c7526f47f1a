package org.bihuan.services.league;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Organisation.Kind;
import org.bihuan.services.league.organisations.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Schools with classes and members of their own, moved through the doors everybody uses. */
final class LeagueFixtures {

  private static final AtomicInteger COUNT = new AtomicInteger();

  final Organisations organisations;
  final Members members;
  final Transfers transfers;
  final Audit audit;

  LeagueFixtures(ApplicationContext context) {
    organisations = context.getBean(Organisations.class);
    members = context.getBean(Members.class);
    transfers = context.getBean(Transfers.class);
    audit = context.getBean(Audit.class);
  }

  static Actor handler(String unit) {
    return new Actor(UUID.randomUUID(), "handler", Set.of(Role.HANDLER), unit);
  }

  static Hand committee() {
    return new Hand(handler(Organisations.UNIT), List.of(), Set.of(), true, Set.of());
  }

  /** Somebody with posts in these organisations. */
  Hand secretary(String... codes) {
    var actor = handler("league-branches");
    var reach = organisations.tree().reach(List.of(codes));
    return new Hand(actor, List.of(codes), reach, false, Set.of());
  }

  Hand self(UUID member) {
    var person = members.find(member).orElseThrow().person();
    return Hand.member(person, Set.of(member));
  }

  /** A school of its own with so many classes; returns its code, its classes end in -1, -2 … */
  String school(int classes) {
    var code = "school-t" + COUNT.incrementAndGet();
    var all = new ArrayList<Organisation>();
    all.add(one(code, Kind.SCHOOL, null));
    for (int i = 1; i <= classes; i++) {
      all.add(one(code + "-" + i, Kind.CLASS, code));
    }
    organisations.put(all);
    return code;
  }

  /** An employer of its own that is a branch itself. */
  String employer() {
    var code = "employer-t" + COUNT.incrementAndGet();
    organisations.put(List.of(one(code, Kind.ENTERPRISE, "committee")));
    return code;
  }

  private static Organisation one(String code, Kind kind, @Nullable String parent) {
    boolean branch = kind != Kind.SCHOOL;
    return new Organisation(code, kind, parent, new Text("测试" + code, code), null, branch);
  }

  Newcomer newcomer(String home, Map<String, String> answers) {
    int n = COUNT.incrementAndGet();
    return new Newcomer(
        "T%08d".formatted(n),
        "王测试",
        "133%08d".formatted(n),
        home,
        LocalDate.of(2026, 6, 30),
        answers);
  }

  List<UUID> members(String home, int how, Map<String, String> answers) {
    var newcomers = new ArrayList<Newcomer>();
    for (int i = 0; i < how; i++) {
      newcomers.add(newcomer(home, answers));
    }
    return members.enter(newcomers).stream().map(LeagueFixtures::added).toList();
  }

  UUID member(String home) {
    return members(home, 1, Map.of()).getFirst();
  }

  private static UUID added(Members.Entered entered) {
    return switch (entered) {
      case Members.Entered.Added(var id) -> id;
      case Members.Entered other -> throw new AssertionError(other);
    };
  }

  Verdict perform(MemberWish wish, Hand hand) {
    return transfers.perform(List.of(wish), hand).getFirst();
  }

  Transfer done(MemberWish wish, Hand hand) {
    return switch (perform(wish, hand)) {
      case Verdict.Done(_, var transfer) when transfer != null -> transfer;
      case Verdict other -> throw new AssertionError(other);
    };
  }

  LeagueRefusal refused(MemberWish wish, Hand hand) {
    return switch (perform(wish, hand)) {
      case Verdict.Refused(_, var why) -> why;
      case Verdict.Done done -> throw new AssertionError(done);
    };
  }
}
