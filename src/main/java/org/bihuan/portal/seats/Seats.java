package org.bihuan.portal.seats;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.routing.HandOvers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts a deputy in the seat their session took, after sign-in was looked at: with the rights of the
 * one who is away and of nobody else. The hand-over is read anew with every request; one that ended
 * takes the seat with it.
 */
@Component
final class Seats extends OncePerRequestFilter {

  private static final String TAKEN = "bihuan.seat";

  private final HandOvers handOvers;

  Seats(HandOvers handOvers) {
    this.handOvers = handOvers;
  }

  /** From now on the session sits in the seat this hand-over gives. */
  static void take(HttpSession session, UUID handOver) {
    session.setAttribute(TAKEN, handOver.toString());
  }

  /** Back to one's own seat. */
  static void leave(HttpSession session) {
    session.removeAttribute(TAKEN);
  }

  /** Also an error page says who acts. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    var actor = actor();
    if (session != null
        && actor != null
        && session.getAttribute(TAKEN) instanceof String id
        && !request.getRequestURI().startsWith("/api/")) {
      seat(session, UUID.fromString(id), actor);
    }
    chain.doFilter(request, response);
  }

  private void seat(HttpSession session, UUID id, Actor deputy) {
    var seated = handOvers.seated(id, deputy);
    if (seated.isEmpty()) {
      leave(session);
      return;
    }
    var actor = seated.get();
    var roles = actor.roles().stream().map(role -> "ROLE_" + role.name()).toList();
    SecurityContextHolder.setContext(
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(
                actor, null, AuthorityUtils.createAuthorityList(roles))));
  }

  private static @Nullable Actor actor() {
    var who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof Actor actor ? actor : null;
  }
}
