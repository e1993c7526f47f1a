package org.bihuan.portal.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests as can be answered in good time and tells the rest at once to come back:
 * a queue nobody sees would make everyone wait, also those who have given up.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Admission extends OncePerRequestFilter {

  private static final String HEALTH = "/actuator/";

  private final ProblemWriter problems;
  private final Semaphore places;

  Admission(ProblemWriter problems, Settings settings) {
    this.problems = problems;
    this.places = new Semaphore(settings.atOnce());
  }

  /**
   * How many are let in.
   *
   * @param atOnce requests under way at the same time; fewer than the server has threads, so that
   *     one is left to turn others away
   */
  @ConfigurationProperties("bihuan.admission")
  record Settings(@DefaultValue("96") int atOnce) {}

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(HEALTH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!places.tryAcquire()) {
      turnAway(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  private void turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    if (ProblemWriter.speaksTo(request.getRequestURI())) {
      problems.write(request, response, 503, request.getRequestURI());
    } else {
      response.sendError(503);
    }
  }
}
