package org.bihuan.services.whistles;

import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.Sights;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of whistles have in common: the matter in the address, and where to go on. */
final class WhistleDoor {

  private WhistleDoor() {}

  /** The matter of a number; not found if there is none or the route does not show it. */
  static CaseView file(Sights sights, String route, String number, Actor actor) {
    return sights
        .find(route, number, actor)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The page of a matter that is no whistle, or for which nothing is to be done here. */
  static ModelAndView elsewhere(CaseView file) {
    return new ModelAndView("redirect:/desk/cases/" + file.identity().number().value());
  }

  /** The page of a whistle or of the whistle of a call. */
  static ModelAndView whistle(CaseView file) {
    return new ModelAndView("redirect:/desk/whistles/" + file.identity().number().value());
  }
}
