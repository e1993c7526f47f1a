package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bihuan.foundation.policy.Policy;
import org.bihuan.foundation.policy.PolicyRule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table has a row for every route and a route for every row, and says what the routes say. */
class PolicyRoutesTests implements WholeHouse {

  @Autowired Collection<RequestMappingHandlerMapping> mappings;
  @Autowired Policy policy;

  private Map<String, HandlerMethod> routes(boolean ofTests) {
    var routes = new TreeMap<String, HandlerMethod>();
    for (var mapping : mappings) {
      mapping
          .getHandlerMethods()
          .forEach(
              (info, handler) -> {
                if (isOfTests(handler) == ofTests) {
                  names(info).forEach(name -> routes.put(name, handler));
                }
              });
    }
    return routes;
  }

  private static boolean isOfTests(HandlerMethod handler) {
    var source = handler.getBeanType().getProtectionDomain().getCodeSource().getLocation();
    return source.getPath().contains("test");
  }

  private static Stream<String> names(RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods();
    return info.getPatternValues().stream()
        .flatMap(
            path ->
                methods.isEmpty()
                    ? Stream.of("ANY " + path)
                    : methods.stream().map(method -> method + " " + path));
  }

  /** One line per difference. */
  private static List<String> differences(
      Map<String, HandlerMethod> routes, Map<String, PolicyRule> rows) {
    var found = new ArrayList<String>();
    routes.forEach(
        (route, handler) -> {
          var row = rows.get(route);
          if (row == null) {
            found.add(route + " has no row in policy/policy.yaml");
          } else if (!agree(RoutesGuard.rule(handler), row)) {
            found.add(route + " is for others than its row " + row.name() + " says");
          }
        });
    rows.keySet().stream()
        .filter(route -> !routes.containsKey(route))
        .forEach(route -> found.add(route + " is a row without a route"));
    return found;
  }

  private static boolean agree(RoutesGuard.Rule rule, PolicyRule row) {
    return switch (rule) {
      case RoutesGuard.Rule.Anyone anyone -> row.isOpen();
      case RoutesGuard.Rule.OneOf(var roles) -> !row.isOpen() && row.roles().equals(roles);
      case RoutesGuard.Rule.Nobody nobody -> false;
    };
  }

  @Nested
  class TheTable {

    @Test
    void hasEveryRouteAndNoOther() {
      assertThat(differences(routes(false), policy.routes())).isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    @Test
    void onARouteThatIsNotListed() {
      assertThat(differences(routes(true), Map.of()))
          .contains("GET /testing/handler has no row in policy/policy.yaml")
          .hasSizeGreaterThan(8);
    }

    @Test
    void onARowWithoutARoute() {
      assertThat(differences(Map.of(), policy.routes()))
          .contains("GET /desk is a row without a route");
    }

    @Test
    void onARowThatSaysSomethingElse() {
      var open = policy.of("GET /");
      assertThat(differences(routes(true), Map.of("GET /testing/handler", open)))
          .contains("GET /testing/handler is for others than its row anyone says");
    }
  }
}
