package org.bihuan.portal.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Remembers which routes have answered with a page of ours. */
final class Walked implements HandlerInterceptor, WebMvcConfigurer {

  private final Set<String> routes = new ConcurrentSkipListSet<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    var view = page == null ? null : page.getViewName();
    if (view != null && !view.contains(":") && request.getMethod().equals("GET")) {
      var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      routes.add(String.valueOf(route));
    }
  }

  Set<String> routes() {
    return new TreeSet<>(routes);
  }
}
