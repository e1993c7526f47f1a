package org.bihuan.portal.frame;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.SignIn;
import org.bihuan.foundation.access.SignIn.Ticket;
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

  /** Time to find the authenticator. */
  private static final Duration HALF = Duration.ofMinutes(5);

  private final Sessions sessions;
  private final SecondFactor factors;
  private final Visits visits;
  private final Clock clock;

  SecurityPasswords(Sessions sessions, SecondFactor factors, Visits visits, Clock clock) {
    this.sessions = sessions;
    this.factors = factors;
    this.visits = visits;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    var password = asked.getCredentials() instanceof String text ? text : "";
    var caller =
        asked.getDetails() instanceof Caller known ? known : new Caller("unknown", "unknown");
    return switch (sessions.signIn(asked.getName(), password, caller.address())) {
      case SignIn.Admitted(var ticket) ->
          UsernamePasswordAuthenticationToken.authenticated(
              principal(ticket, caller), null, List.of());
      case SignIn.Rejected rejected -> throw new BadCredentialsException("not admitted");
      case SignIn.MustWait(var remaining) -> throw new LockedException("must wait " + remaining);
    };
  }

  private Object principal(Ticket ticket, Caller caller) {
    return factors.isAsked(ticket.staff())
        ? new Half(ticket.staff(), ticket.stamp(), clock.instant().plus(HALF))
        : visits.begin(ticket, caller);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
