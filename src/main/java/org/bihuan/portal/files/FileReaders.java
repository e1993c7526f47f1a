package org.bihuan.portal.files;

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
 * Whose files staff may read: those who serve the whole district all, the others what their unit
 * owns or owned and what they opened themselves.
 */
@Component
final class FileReaders {

  private static final Set<Role> WHOLE_DISTRICT =
      Set.of(Role.DISPATCHER, Role.CLERK, Role.CALLER, Role.LEADER, Role.ADMIN);

  private final Cases cases;

  FileReaders(Cases cases) {
    this.cases = cases;
  }

  Optional<CaseView> find(String number, Actor actor) {
    return CaseNumber.parse(number).flatMap(cases::find).filter(file -> allows(actor, file));
  }

  boolean allows(Actor actor, CaseView file) {
    return WHOLE_DISTRICT.stream().anyMatch(actor::is)
        || file.hands().getOrDefault(actor.id(), java.util.List.of()).contains(ActRule.OPEN)
        || owned(actor.unit(), file);
  }

  private boolean owned(@org.jspecify.annotations.Nullable String unit, CaseView file) {
    return unit != null
        && (unit.equals(file.unit())
            || cases.entries(file.identity().id()).stream()
                .map(row -> row.entry().content().data())
                .anyMatch(
                    data ->
                        data != null
                            && (unit.equals(data.path("unit").asString(""))
                                || unit.equals(data.path("opened").path("unit").asString("")))));
  }
}
