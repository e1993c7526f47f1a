package org.bihuan.portal.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.bihuan.foundation.access.entry.Passage.Half;
import org.bihuan.foundation.access.entry.Passage.Pass;
import org.bihuan.foundation.access.entry.Standing;
import org.bihuan.foundation.access.entry.Visits;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the visit a session stands for into whoever acts, with the rights of this moment. A visit
 * that ended takes its session with it; whoever is half signed in is nobody yet.
 */
final class SecurityTickets extends OncePerRequestFilter {

  private final Visits visits;

  SecurityTickets(Visits visits) {
    this.visits = visits;
  }

  /** A context for one request; nothing stores it. */
  static SecurityContext context(Actor actor) {
    return new SecurityContextImpl(token(actor));
  }

  private static SecurityContext context(Standing standing) {
    var token = token(standing.actor());
    token.setDetails(standing);
    return new SecurityContextImpl(token);
  }

  private static UsernamePasswordAuthenticationToken token(Actor actor) {
    var roles = actor.roles().stream().map(role -> "ROLE_" + role.name()).toList();
    return UsernamePasswordAuthenticationToken.authenticated(
        actor, null, AuthorityUtils.createAuthorityList(roles));
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
    var principal = who == null ? null : who.getPrincipal();
    if (principal instanceof Pass pass) {
      look(pass, request);
    } else if (principal instanceof Half half) {
      SecurityContextHolder.setContext(new SecurityContextImpl());
      Passage.note(request, half);
    }
    chain.doFilter(request, response);
  }

  private void look(Pass pass, HttpServletRequest request) {
    var standing = visits.look(pass, Caller.device(request));
    SecurityContextHolder.setContext(
        standing.map(SecurityTickets::context).orElseGet(SecurityContextImpl::new));
    var session = request.getSession(false);
    if (standing.isEmpty() && session != null) {
      session.invalidate();
    }
  }
}
