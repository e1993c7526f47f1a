package org.bihuan.portal.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the ticket a session keeps into whoever acts, with the rights of this moment. A ticket that
 * ended takes its session with it.
 */
final class SecurityTickets extends OncePerRequestFilter {

  private final Sessions sessions;

  SecurityTickets(Sessions sessions) {
    this.sessions = sessions;
  }

  /** A context for one request; nothing stores it. */
  static SecurityContext context(Actor actor) {
    var roles = actor.roles().stream().map(role -> "ROLE_" + role.name()).toList();
    return new SecurityContextImpl(
        UsernamePasswordAuthenticationToken.authenticated(
            actor, null, AuthorityUtils.createAuthorityList(roles)));
  }

  /** Also an error page says who is signed in. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof Ticket ticket) {
      var actor = sessions.actor(ticket);
      SecurityContextHolder.setContext(
          actor.map(SecurityTickets::context).orElseGet(SecurityContextImpl::new));
      var session = request.getSession(false);
      if (actor.isEmpty() && session != null) {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
