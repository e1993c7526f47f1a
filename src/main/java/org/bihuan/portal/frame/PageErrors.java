package org.bihuan.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees when something is wrong: which of five things, and what to do now. */
@Component
final class PageErrors implements ErrorViewResolver {

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    return new ModelAndView("portal/error", Map.of("kind", kind(status)), status);
  }

  /** The last part of the message keys {@code frame.error.*}. */
  static String kind(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND, GONE -> "missing";
      case UNAUTHORIZED, FORBIDDEN -> "forbidden";
      case CONTENT_TOO_LARGE -> "large";
      case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> "busy";
      default -> status.is4xxClientError() ? "request" : "fault";
    };
  }
}
