package org.bihuan.portal.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the parameters of a call before anybody asks for one: what is no text is the caller's
 * mistake, not a fault of ours.
 */
final class SecurityParameters extends OncePerRequestFilter {

  private static final System.Logger LOG = System.getLogger(SecurityParameters.class.getName());

  private final ProblemWriter problems;

  SecurityParameters(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isMultipart(request) || readable(request)) {
      chain.doFilter(request, response);
    } else if (ProblemWriter.speaksTo(request.getRequestURI())) {
      problems.write(request, response, 400, request.getRequestURI());
    } else {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /** Nothing here takes files; whoever gets such a body refuses it by its type. */
  private static boolean isMultipart(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** The servlet specification says which exception tells of parameters that cannot be read. */
  private static boolean readable(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "parameters that cannot be read", e);
      return false;
    }
  }
}
