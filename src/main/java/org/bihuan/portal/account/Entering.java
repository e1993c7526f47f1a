package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.bihuan.foundation.access.entry.KnownDevices;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.bihuan.foundation.access.entry.Visits;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** The last step of every sign-in of staff behind the password: a visit, and on to where to. */
@Component
class Entering {

  private final Visits visits;
  private final KnownDevices devices;

  Entering(Visits visits, KnownDevices devices) {
    this.visits = visits;
    this.devices = devices;
  }

  /** Signs a browser in; returns where its owner was going. */
  String enter(Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
    return enter(ticket, false, request, response);
  }

  /** The same; vouched if another house is trusted to have asked for both factors. */
  String enter(
      Ticket ticket, boolean vouched, HttpServletRequest request, HttpServletResponse response) {
    var pass = visits.begin(ticket, Caller.of(request), vouched);
    Passage.enter(request, response, pass, visits.idle(pass));
    devices.remember(request, response, ticket.staff());
    var cache = new HttpSessionRequestCache();
    var saved = cache.getRequest(request, response);
    cache.removeRequest(request, response);
    var home = visits.afield(pass, Caller.device(request)) ? "/grid" : "/desk";
    return saved == null ? home : saved.getRedirectUrl();
  }
}
