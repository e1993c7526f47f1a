package org.bihuan.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main ways through the house in a real browser, with the keyboard alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenJourneysTests implements DemoHouse {

  private static final Map<String, String> LAMP =
      Map.of(
          "title", "三号楼门口路灯不亮",
          "facts.description", "路灯一直不亮，晚上老人看不清路",
          "area", "140213054",
          "applicant.name", "张秀英",
          "applicant.phone", "13903521234");

  @LocalServerPort int port;
  private @Nullable Browser browser;

  @BeforeAll
  void opens() {
    browser = Browser.start(port).orElse(null);
  }

  @BeforeEach
  void needsABrowser() {
    assumeTrue(browser != null, "there is no browser here");
  }

  @AfterAll
  void closes() {
    if (browser != null) {
      browser.close();
    }
  }

  private Browser browser() {
    return Objects.requireNonNull(browser);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "ELDER"})
  void somebodyRaisesAMatterAndFollowsIt(Views.Looks mode) {
    var keys = new Keyboard(browser().forget().width(360).open("/file/street-lamp?lang=zh&" + mode.query()));
    for (int page = 0; page < 8 && !browser().path().startsWith("/receipt/"); page++) {
      keys.answer(LAMP);
    }
    assertThat(browser().path()).startsWith("/receipt/");
    clean("receipt-" + mode);

    keys.choose("查");
    assertThat(browser().path()).startsWith("/track");
    clean("followed-" + mode);
  }

  @Test
  void aDispatcherTakesAMatterIn() {
    var keys = new Keyboard(browser().forget().width(1440).open("/sign-in?lang=zh"));
    keys.answer(Map.of("username", "dispatcher", "password", Cast.PASSWORD));
    assertThat(browser().path()).startsWith("/desk");

    keys.to(e -> String.valueOf(e.getDomAttribute("href")).contains("/desk/cases/A"));
    keys.press(org.openqa.selenium.Keys.ENTER);
    assertThat(browser().path()).startsWith("/desk/cases/A");
    keys.to(e -> String.valueOf(e.getDomAttribute("href")).endsWith("/acts/accept"));
    keys.press(org.openqa.selenium.Keys.ENTER);
    clean("accepting");
    keys.answer(Map.of());
    assertThat(browser().driver().getPageSource()).contains("受理");
    clean("accepted");
  }

  private void clean(String name) {
    assertThat(browser().violations()).as(browser().path()).isEmpty();
    browser().shoot("journey-" + name);
  }
}
