package org.bihuan.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.Bihuan;
import org.bihuan.TestWork;
import org.bihuan.loop.cases.Cases;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page in a real browser: what axe says, whether it fits, and a picture to look at. */
@ExtendWith(WithBrowser.class)
class SeenPagesTests implements DemoHouse {

  /** Routes that answer GET and are not looked at, and why. */
  private static final Map<String, String> NOT_LOOKED_AT =
      Map.of(
          "/mine", "an old address that leads to /my",
          "/my/{code}", "leads to the page of the matter",
          "/receipt/{code}/paper", "a document to print",
          "/sign-in/second", "asks who gave the password; SeenJourneysTests go there");

  @LocalServerPort private int port;
  @Autowired private Cases cases;
  @Autowired private Cast cast;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestWork work;
  @Autowired private Walked walked;
  @Autowired private Collection<RequestMappingHandlerMapping> mappings;

  @TestFactory
  Stream<DynamicNode> everyPageIsCleanAndFits(Browser browser) {
    work.follow();
    work.carryLetters();
    browser.at(port);
    var pages =
        new Views(new Samples(cases, cast, jdbc))
            .all().entrySet().stream().map(of -> walk(browser, of.getKey(), of.getValue()));
    var left = DynamicTest.dynamicTest("no page is left out", this::leavesNoPageOut);
    return Stream.concat(pages, Stream.of(left));
  }

  private static DynamicNode walk(Browser browser, Visitor who, List<View> views) {
    var comes = DynamicTest.dynamicTest("comes", () -> who.comes().in(browser));
    var looks =
        views.stream()
            .map(view -> DynamicTest.dynamicTest(view.title(), () -> look(browser, view)));
    return DynamicContainer.dynamicContainer(who.name(), Stream.concat(Stream.of(comes), looks));
  }

  private static void look(Browser browser, View view) {
    var wrong = new ArrayList<String>();
    for (var look : view.looks()) {
      browser.width(look.widths().getFirst());
      view.open(browser, look);
      for (int width : look.widths()) {
        browser.width(width).shoot(view.title() + "-" + look.label() + "-" + width);
        var out = browser.overhang();
        if (!out.isEmpty()) {
          wrong.add(look + ": sticks out at " + width + " by " + out);
        }
      }
      browser.violations().forEach(violation -> wrong.add(look + ": " + violation));
    }
    assertThat(wrong).as(view.path()).isEmpty();
  }

  private void leavesNoPageOut() {
    var routes = pages();
    assertThat(routes).hasSizeGreaterThan(30).containsAll(NOT_LOOKED_AT.keySet());
    routes.removeAll(NOT_LOOKED_AT.keySet());
    routes.removeAll(walked.routes());
    assertThat(routes).as("routes whose page nobody looked at").isEmpty();
  }

  /** The routes that answer GET with a page of ours. */
  private Set<String> pages() {
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(route -> gets(route.getKey()) && isPage(route.getValue()))
        .flatMap(route -> route.getKey().getPatternValues().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean gets(RequestMappingInfo route) {
    return route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
  }

  /** Where a class comes from: routes of tests are nobody's pages. */
  private static CodeSource home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource();
  }

  private static boolean isPage(HandlerMethod handler) {
    var answer = handler.getMethod().getReturnType();
    return home(handler.getBeanType()).equals(home(Bihuan.class))
        && (answer == String.class || answer == ModelAndView.class);
  }
}
