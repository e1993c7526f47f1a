package org.bihuan.portal.desk;

import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.sight.Revealing;
import org.bihuan.loop.sight.Sights;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The matters a member of the staff may open; of all others there are none. */
@Component
final class FilesInSight {

  static final String LIST = "GET /desk";
  static final String SHEET = "GET /desk/cases/{number}";
  static final String ACT = "POST /desk/cases/{number}/acts/{act}";

  private final Cases cases;
  private final Sights sights;
  private final Revealing revealing;

  FilesInSight(Cases cases, Sights sights, Revealing revealing) {
    this.cases = cases;
    this.sights = sights;
    this.revealing = revealing;
  }

  /** The matter, or 404 for one that does not exist or that the route does not show them. */
  CaseView find(String route, String number, Actor actor) {
    return CaseNumber.parse(number)
        .flatMap(cases::find)
        .filter(file -> sights.shows(route, actor, file))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** True if the actor may be shown something of this matter's person in full. */
  boolean mayReveal(CaseView file, Actor actor) {
    return revealing.may(actor, file);
  }

  /** True if the actor's list is of every unit. */
  boolean everywhere(Actor actor) {
    return sights.everywhere(LIST, actor);
  }
}
