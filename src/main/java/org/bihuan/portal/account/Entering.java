package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.bihuan.foundation.access.entry.Visits;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** The last step of every sign-in of staff behind the password: a visit, and on to where to. */
@Component
class Entering {

  private final Visits visits;

  Entering(Visits visits) {
    this.visits = visits;
  }

  /** Signs a browser in; returns where its owner was going. */
  String enter(Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
    var pass = visits.begin(ticket, Caller.of(request));
    Passage.enter(request, response, pass, visits.idle(pass));
    var cache = new HttpSessionRequestCache();
    var saved = cache.getRequest(request, response);
    cache.removeRequest(request, response);
    return saved == null ? "/desk" : saved.getRedirectUrl();
  }
}
