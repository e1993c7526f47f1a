package org.bihuan.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.bihuan.foundation.access.Guesses.Whence;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.SignIn;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.bihuan.foundation.access.entry.KnownDevices;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.bihuan.foundation.access.entry.Passage.Half;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.bihuan.foundation.access.entry.Visits;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Asks the door about a name and a password; the session gets a visit, never rights. Whoever has a
 * second factor is only half in.
 */
@Component
class SecurityPasswords implements AuthenticationProvider {

  private final Sessions sessions;
  private final SecondFactor factors;
  private final KnownDevices devices;
  private final Visits visits;
  private final Clock clock;

  SecurityPasswords(
      Sessions sessions, SecondFactor factors, KnownDevices devices, Visits visits, Clock clock) {
    this.sessions = sessions;
    this.factors = factors;
    this.devices = devices;
    this.visits = visits;
    this.clock = clock;
  }

  /** Who knocks, and whether from a browser known to be theirs. */
  private record Knock(Caller caller, Whence whence) {

    private static final Knock UNKNOWN =
        new Knock(new Caller("unknown", "unknown"), Whence.of("unknown"));
  }

  /** What the filter keeps of a request beside name and password. */
  Object knock(HttpServletRequest request) {
    var login = request.getParameter("username");
    return new Knock(Caller.of(request), devices.whence(request, login == null ? "" : login));
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    var password = asked.getCredentials() instanceof String text ? text : "";
    var knock = asked.getDetails() instanceof Knock known ? known : Knock.UNKNOWN;
    return switch (sessions.signIn(asked.getName(), password, knock.whence())) {
      case SignIn.Admitted(var ticket) ->
          UsernamePasswordAuthenticationToken.authenticated(
              principal(ticket, knock.caller()), null, List.of());
      case SignIn.Rejected rejected -> throw new BadCredentialsException("not admitted");
      case SignIn.MustWait(var remaining) -> throw new LockedException("must wait " + remaining);
    };
  }

  private Object principal(Ticket ticket, Caller caller) {
    return factors.isAsked(ticket.staff())
        ? Half.of(ticket, clock.instant())
        : visits.begin(ticket, caller);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
