package org.bihuan.portal.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.foundation.shared.KeptChoice;
import org.bihuan.foundation.shared.Look;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps how a reader wants pages to look, for a year, when a link chose it. */
final class LookChoice implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (Look.isChosenBy(request)) {
      KeptChoice.keep(response, Look.COOKIE, Look.of(request).kept());
    }
    return true;
  }
}
