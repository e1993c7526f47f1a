package org.bihuan.portal.api;

import java.util.Optional;
import java.util.Set;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.ActRule;
import org.springframework.stereotype.Component;

/**
 * Who may read a matter: those who serve the whole district, staff whose unit owns it or has owned
 * it, and whoever opened it. To everybody else there is no such matter.
 */
@Component
final class Reading {

  private static final Set<Role> WHOLE_DISTRICT =
      Set.of(Role.DISPATCHER, Role.CLERK, Role.CALLER, Role.LEADER, Role.ADMIN);

  private final Cases cases;

  Reading(Cases cases) {
    this.cases = cases;
  }

  /** The matter with this number, if it exists and the actor may read it. */
  Optional<CaseView> find(String number, Actor actor) {
    return CaseNumber.parse(number).flatMap(cases::find).filter(file -> allows(actor, file));
  }

  boolean allows(Actor actor, CaseView file) {
    return everywhere(actor) || opened(actor, file) || (inUnits(actor) && owned(actor, file));
  }

  static boolean everywhere(Actor actor) {
    return WHOLE_DISTRICT.stream().anyMatch(actor::is);
  }

  /** Staff of the district, not a program of another system. */
  static boolean isStaff(Actor actor) {
    return everywhere(actor) || inUnits(actor);
  }

  private static boolean inUnits(Actor actor) {
    return actor.is(Role.HANDLER) || actor.is(Role.APPROVER);
  }

  private static boolean opened(Actor actor, CaseView file) {
    var hand = file.hands().get(actor.id());
    return hand != null && hand.contains(ActRule.OPEN);
  }

  private boolean owned(Actor actor, CaseView file) {
    var unit = actor.unit();
    return unit != null && (unit.equals(file.unit()) || ownedBefore(unit, file));
  }

  private boolean ownedBefore(String unit, CaseView file) {
    return cases.entries(file.identity().id()).stream()
        .map(row -> row.entry().content().data())
        .anyMatch(
            data ->
                data != null
                    && (unit.equals(data.path("unit").asString(""))
                        || unit.equals(data.path("opened").path("unit").asString(""))));
  }
}
