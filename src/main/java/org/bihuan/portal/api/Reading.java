package org.bihuan.portal.api;

import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.sight.Sights;
import org.springframework.stereotype.Component;

/**
 * Who may read a matter, as the table of routes says: to everybody else there is no such matter.
 */
@Component
final class Reading {

  static final String FILE = "GET /api/v1/cases/{number}";
  static final String ACT = "POST /api/v1/cases/{number}/acts/{act}";
  static final String LIST = "GET /api/v1/worklist";

  private final Cases cases;
  private final Sights sights;

  Reading(Cases cases, Sights sights) {
    this.cases = cases;
    this.sights = sights;
  }

  /** The matter with this number, if it exists and the actor may read it. */
  Optional<CaseView> find(String number, Actor actor) {
    return find(FILE, number, actor);
  }

  /** The same on another route. */
  Optional<CaseView> find(String route, String number, Actor actor) {
    return CaseNumber.parse(number)
        .flatMap(cases::find)
        .filter(file -> sights.shows(route, actor, file));
  }

  /** The units whose reported matters the actor must not learn of. */
  List<String> keptFrom(Actor actor) {
    return sights.keptFrom(actor);
  }

  /** True if the actor may be told who raised a matter. */
  boolean names(Actor actor, CaseView file) {
    return sights.names(actor, file);
  }

  /** True if the actor may list every unit's matters. */
  boolean everywhere(Actor actor) {
    return sights.everywhere(LIST, actor);
  }
}
