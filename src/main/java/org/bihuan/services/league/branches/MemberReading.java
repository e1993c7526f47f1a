package org.bihuan.services.league.branches;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.people.Person;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.league.Lists;
import org.bihuan.services.league.Member;
import org.bihuan.services.league.Members;
import org.bihuan.services.league.RuledReceivers;
import org.bihuan.services.league.Transfer;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a line of a list shows of a member. */
@Component
final class MemberReading {

  private final Members members;
  private final Lists lists;
  private final RuledReceivers proposals;
  private final Organisations organisations;

  MemberReading(
      Members members, Lists lists, RuledReceivers proposals, Organisations organisations) {
    this.members = members;
    this.lists = lists;
    this.proposals = proposals;
    this.organisations = organisations;
  }

  List<MemberLine> lines(Collection<Member> some) {
    var people = members.people(some);
    var transfers = lists.of(some.stream().map(Member::id).toList());
    return some.stream()
        .map(one -> line(one, people, transfers.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private MemberLine line(Member one, Map<UUID, Person> people, List<Transfer> transfers) {
    var person = people.get(one.person());
    var latest = transfers.isEmpty() ? null : transfers.getLast();
    return new MemberLine(
        one,
        person == null ? "*" : person.maskedName(),
        name(one.home()),
        name(one.position().organisation()),
        proposals.of(one).orElse(null),
        latest,
        latest == null ? null : name(latest.route().goesTo()),
        latest == null ? List.of() : branches(latest));
  }

  private List<MemberLine.Choice> branches(Transfer transfer) {
    return organisations.tree().branches(transfer.route().goesTo()).stream()
        .map(branch -> new MemberLine.Choice(branch.code(), branch.name()))
        .toList();
  }

  Text name(String code) {
    return organisations.tree().find(code).map(Organisation::name).orElse(new Text(code, code));
  }

  /** The members of some transfers, in their order. */
  List<MemberLine> coming(List<Transfer> transfers) {
    var found = members.find(transfers.stream().map(Transfer::member).toList());
    var lines = lines(found.values());
    var byMember = lines.stream().collect(Collectors.toMap(l -> l.member().id(), l -> l));
    return transfers.stream()
        .map(t -> byMember.get(t.member()))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** Receivers to choose from, schools' own branches and classes left out. */
  Map<String, Text> receivers(@Nullable String school) {
    var found = new java.util.LinkedHashMap<String, Text>();
    for (var one : organisations.tree().all()) {
      boolean open =
          switch (one.kind()) {
            case STREET, SCHOOL, ENTERPRISE, ASSOCIATION, PLATFORM, PARTNER, SPECIAL, OUTSIDE ->
                true;
            case FLOATING -> "committee".equals(one.parent());
            case COMMITTEE, CLASS, ABROAD, DELAYED, BRANCH -> false;
          };
      if (open && !one.code().equals(school)) {
        found.put(one.code(), one.name());
      }
    }
    return found;
  }
}
