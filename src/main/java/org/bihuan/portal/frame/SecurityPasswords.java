package org.bihuan.portal.frame;

import java.util.List;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Asks the door about a name and a password; the session gets a ticket, never rights. */
@Component
class SecurityPasswords implements AuthenticationProvider {

  private final Sessions sessions;

  SecurityPasswords(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    var password = asked.getCredentials() instanceof String text ? text : "";
    var address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "unknown";
    return switch (sessions.signIn(asked.getName(), password, address)) {
      case SignIn.Admitted(var ticket) ->
          UsernamePasswordAuthenticationToken.authenticated(ticket, null, List.of());
      case SignIn.Rejected rejected -> throw new BadCredentialsException("not admitted");
      case SignIn.MustWait(var remaining) -> throw new LockedException("must wait " + remaining);
    };
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
