package org.bihuan.portal.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.bihuan.foundation.shared.Look;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps how a reader wants pages to look, for a year, when a link chose it. */
final class LookChoice implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (Look.isChosenBy(request)) {
      var cookie =
          ResponseCookie.from(Look.COOKIE, Look.of(request).kept())
              .path("/")
              .maxAge(Duration.ofDays(365))
              .httpOnly(true)
              .sameSite("Lax")
              .build();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
    return true;
  }
}
