package org.bihuan.portal.dispatch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.search.Loads;
import org.bihuan.loop.cases.search.Loads.Load;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.routing.DutyList;
import org.bihuan.loop.routing.DutyTrial;
import org.bihuan.loop.routing.HandOvers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what somebody needs to know who gives a matter to a unit or takes it on. */
@Component
public class Advising {

  private final DutyList duties;
  private final DutyWords words;
  private final Loads loads;
  private final HandOvers handOvers;
  private final Staff staff;
  private final Clock clock;

  Advising(
      DutyList duties,
      DutyWords words,
      Loads loads,
      HandOvers handOvers,
      Staff staff,
      Clock clock) {
    this.duties = duties;
    this.words = words;
    this.loads = loads;
    this.handOvers = handOvers;
    this.staff = staff;
    this.clock = clock;
  }

  /** The advice for an act; absent for an act that gives the matter to nobody. */
  public @Nullable Advice on(CaseView file, ActRule rule) {
    if (rule.has(ActRule.Flag.CLAIMS)) {
      return new Advice(null, desks(List.of(file.unit())));
    }
    if (!rule.has(ActRule.Flag.ASSIGNS)) {
      return null;
    }
    var trial = tried(file);
    return new Advice(proposed(trial), desks(units(trial)));
  }

  /** What the list says of a matter. */
  DutyTrial tried(CaseView file) {
    var identity = file.identity();
    return duties.tried(identity.procedure(), identity.item(), file.subject().area());
  }

  Advice.Proposed proposed(DutyTrial trial) {
    return new Advice.Proposed(
        trial.lead().name(),
        trial.with().stream().map(WorkUnit::name).toList(),
        trial.candidates().stream()
            .filter(DutyTrial.Candidate::decides)
            .findFirst()
            .map(candidate -> words.names(candidate.duty()))
            .orElse(words.nothing()),
        trial.fallback());
  }

  /** The lead, the rows that would come next, then who helps; each once. */
  static List<String> units(DutyTrial trial) {
    var units = new LinkedHashMap<String, WorkUnit>();
    units.put(trial.lead().code(), trial.lead());
    trial.candidates().stream()
        .flatMap(candidate -> Stream.ofNullable(candidate.unit()))
        .forEach(unit -> units.putIfAbsent(unit.code(), unit));
    trial.with().forEach(unit -> units.putIfAbsent(unit.code(), unit));
    return List.copyOf(units.keySet());
  }

  /** What lies on the desks of some units, in the order of the codes. */
  List<Advice.UnitDesk> desks(List<String> units) {
    var counted = loads.of(units, clock.instant());
    var deputies = handOvers.deputies();
    var members = staff.all();
    return units.stream()
        .map(
            unit -> {
              var load = counted.getOrDefault(unit, Load.NONE);
              var hands = hands(unit, load, members, deputies);
              return new Advice.UnitDesk(unit, words.unit(unit), load, hands);
            })
        .toList();
  }

  private static List<Advice.Hand> hands(
      String unit, Load load, List<StaffMember> members, Map<UUID, UUID> deputies) {
    var there =
        members.stream()
            .filter(m -> m.active() && m.unit().equals(unit) && m.roles().contains(Role.HANDLER))
            .sorted(Comparator.comparingInt((StaffMember m) -> load.of(m.id())))
            .toList();
    var names = new LinkedHashMap<UUID, String>();
    members.forEach(member -> names.put(member.id(), member.name()));
    var hands = new ArrayList<Advice.Hand>();
    boolean proposed = false;
    for (var member : there) {
      var deputy = deputies.get(member.id());
      boolean least = !proposed && deputy == null;
      proposed = proposed || least;
      var standsIn = deputy == null ? null : names.getOrDefault(deputy, "");
      hands.add(new Advice.Hand(member.name(), load.of(member.id()), standsIn, least));
    }
    return hands;
  }
}
