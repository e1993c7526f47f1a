package org.bihuan.portal.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out for whom a call of the API is made: the bearer token and nothing else. A token that is
 * no good is an error also on open routes, so that its owner learns of it.
 */
final class SecurityBearer extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Sessions sessions;
  private final ProblemWriter problems;

  SecurityBearer(Sessions sessions, ProblemWriter problems) {
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    var actor =
        header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? sessions.actor(header.substring(SCHEME.length()).strip())
            : Optional.<Actor>empty();
    if (actor.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      problems.write(request, response, 401, request.getRequestURI());
      return;
    }
    SecurityContextHolder.setContext(SecurityTickets.context(actor.get()));
    chain.doFilter(request, response);
  }
}
