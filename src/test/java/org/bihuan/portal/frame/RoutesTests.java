package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Walks every route there is; one that does not say who may use it breaks the build. */
class RoutesTests implements WholeHouse {

  @Autowired Collection<RequestMappingHandlerMapping> mappings;

  private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> routes() {
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(route -> isOurs(route.getValue().getBeanType()));
  }

  /** Routes of tests may be as bad as they like. */
  private static boolean isOurs(Class<?> type) {
    return !type.getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .getPath()
        .contains("test-classes");
  }

  /** The routes nobody can use. */
  private static List<String> closed(Stream<HandlerMethod> handlers) {
    return handlers
        .filter(
            handler ->
                switch (RoutesGuard.rule(handler)) {
                  case RoutesGuard.Rule.Nobody nobody -> true;
                  case RoutesGuard.Rule.OneOf(var roles) -> roles.isEmpty();
                  case RoutesGuard.Rule.Anyone(var reason) -> reason.isBlank();
                })
        .map(HandlerMethod::getShortLogMessage)
        .toList();
  }

  @Nested
  class EveryRoute {

    @Test
    void saysWhoMayUseIt() {
      assertThat(routes()).hasSizeGreaterThan(3);
      assertThat(closed(routes().map(Map.Entry::getValue))).isEmpty();
    }

    @Test
    void isSeenToFailWithoutAMark() {
      var bad =
          Arrays.stream(TestingRoutes.Unmarked.class.getDeclaredMethods())
              .map(method -> new HandlerMethod(new TestingRoutes.Unmarked(), method))
              .toList();
      assertThat(bad).hasSize(4);
      assertThat(closed(bad.stream())).hasSize(4);
    }

    @Test
    void ofTheApiIsOpenOnlyIfItsPathIs() {
      var wrong =
          routes()
              .filter(r -> RoutesGuard.rule(r.getValue()) instanceof RoutesGuard.Rule.Anyone)
              .filter(r -> r.getKey().getPatternValues().stream().anyMatch(ProblemWriter::speaksTo))
              .filter(r -> !r.getValue().getBeanType().getName().startsWith("org.springdoc"))
              .filter(r -> !isOpen(r.getKey()))
              .toList();
      assertThat(wrong).isEmpty();
    }

    private static boolean isOpen(RequestMappingInfo route) {
      var methods = route.getMethodsCondition().getMethods();
      return !methods.isEmpty()
          && methods.stream()
              .allMatch(
                  method ->
                      route.getPatternValues().stream().allMatch(path -> isOpen(method, path)));
    }

    private static boolean isOpen(RequestMethod method, String path) {
      var open =
          method == RequestMethod.GET
              ? SecurityChains.OPEN_TO_READ
              : method == RequestMethod.POST ? SecurityChains.OPEN_TO_WRITE : new String[0];
      var parser = new PathPatternParser();
      return Arrays.stream(open)
          .map(parser::parse)
          .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }
  }
}
