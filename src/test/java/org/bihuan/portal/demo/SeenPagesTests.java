package org.bihuan.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page in a real browser: what axe says, whether it fits a phone, and a picture to look at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenPagesTests implements DemoHouse {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  private @Nullable Browser browser;
  private List<Views.View> views = List.of();

  @BeforeAll
  void opens() {
    browser = Browser.start(port).orElse(null);
    views = Views.all(jdbc);
  }

  @AfterAll
  void closes() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"zh, LIGHT", "en, DARK", "zh, ELDER", "en, CONTRAST"})
  void isCleanForAxeAndFitsAPhone(String language, Views.Looks mode) {
    assumeTrue(browser != null, "there is no browser here");
    var wrong = new ArrayList<String>();
    var reader = "";
    var seen = Objects.requireNonNull(browser);
    for (var view : views) {
      if (!view.reader().equals(reader)) {
        seen.signIn(view.reader());
        reader = view.reader();
      }
      look(seen, view, language, mode).forEach(wrong::add);
    }
    assertThat(wrong).isEmpty();
  }

  private List<String> look(Browser seen, Views.View view, String language, Views.Looks mode) {
    var found = new ArrayList<String>();
    seen.width(360).open(view.at(language, mode));
    var where = language + " " + mode + " " + view.reader() + " " + view.path() + ": ";
    seen.violations().forEach(violation -> found.add(where + violation));
    if (seen.overhang() > 0) {
      found.add(where + "sticks out by " + seen.overhang() + " pixels at 360");
    }
    for (int width : new int[] {360, 768, 1440}) {
      seen.width(width).shoot(String.join("-", view.name(), language, mode.name().toLowerCase(Locale.ROOT), "" + width));
    }
    return found;
  }

  @Test
  void leavesNoPageOut() {
    var unseen = new TreeSet<String>();
    for (var mapping : requestMappingHandlerMapping.getHandlerMethods().entrySet()) {
      var patterns = mapping.getKey().getPathPatternsCondition();
      if (patterns != null && Views.isPage(mapping.getKey(), mapping.getValue())) {
        patterns.getPatterns().stream()
            .filter(pattern -> views.stream().noneMatch(view -> view.shows(pattern)))
            .forEach(pattern -> unseen.add(pattern.getPatternString()));
      }
    }
    assertThat(unseen).isEmpty();
  }
}
