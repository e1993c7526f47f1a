package org.bihuan.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.loop.cases.Cases;
import org.bihuan.portal.account.TestingAuthenticator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main ways through the house in a real browser, with the keyboard alone. */
@ExtendWith(WithBrowser.class)
class SeenJourneysTests implements DemoHouse {

  /** Signs in with a second factor from then on; no other test needs them. */
  private static final String DOUBLY = "handler.callback-centre";

  @LocalServerPort private int port;
  @Autowired private Cases cases;
  @Autowired private Cast cast;
  @Autowired private Clock clock;
  private final Browser browser;
  private final Keyboard keys;

  SeenJourneysTests(Browser browser) {
    this.browser = browser;
    this.keys = new Keyboard(browser);
  }

  @BeforeEach
  void comes() {
    browser.at(port);
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_LIGHT", "EN_LIGHT", "ZH_LARGEST", "EN_ELDER"})
  void aResidentReportsFollowsConfirmsAndRates(Looks look) {
    browser.width(360).open(look.of("/file"));
    keys.isFree();
    keys.follow("/file/street-lamp");
    for (int page = 0; page < 10 && !browser.path().startsWith("/receipt/"); page++) {
      keys.answer(Journeys.LAMP);
      clean("report-" + page, look);
    }
    var code = code();
    keys.follow("/track/" + code);
    clean("followed", look);

    matters().answer(code);
    browser.open("/track/" + code);
    clean("answered", look);
    keys.follow("/acts/confirm");
    clean("confirming", look);
    keys.answer(Map.of("facts.rating", "2", "facts.ratingReason", "当天就亮了"));

    assertThat(browser.path()).isEqualTo("/track/" + code);
    assertThat(matters().file(code).state()).isEqualTo("closed");
    assertThat(matters().file(code).facts().path("rating").intValue()).isEqualTo(2);
    clean("rated", look);
  }

  @Test
  void aDispatcherTakesAMatterInAndHandsItOn() {
    var number = raised("丙");
    signIn("dispatcher");
    keys.isFree();
    keys.follow("/desk/cases/" + number);
    keys.follow("/acts/accept");
    clean("accepting", Looks.ZH_LIGHT);
    keys.answer(Map.of());
    assertThat(browser.path()).endsWith(number);
    keys.follow("/acts/dispatch");
    clean("dispatching", Looks.ZH_LIGHT);
    keys.answer(Map.of("facts.unit", "city-management"));
    assertThat(matters().state(number)).isEqualTo("working");
    clean("dispatched", Looks.ZH_LIGHT);
  }

  @Test
  void aDispatcherTakesSeveralIn() {
    var numbers = Stream.of("甲", "乙").map(this::raised).toList();
    signIn("dispatcher");
    for (var number : numbers) {
      keys.to(stop -> number.equals(stop.getDomAttribute("value")));
      keys.press(Keys.SPACE);
    }
    keys.choose(stop -> browser.isWithin(stop, ".bh-bulkbar"));
    keys.choose(stop -> "accept".equals(stop.getDomAttribute("value")));
    clean("bulk-accepting", Looks.ZH_LIGHT);
    keys.choose(stop -> browser.isWithin(stop, "main form[method=post]") && isButton(stop));
    clean("bulk-accepted", Looks.ZH_LIGHT);
    assertThat(numbers.stream().map(matters()::state)).containsOnly("accepted");
  }

  /** The number of a matter somebody just raised. */
  private String raised(String title) {
    browser.forget().open(Looks.ZH_LIGHT.of("/file/street-lamp")).send(Journeys.lamp(title));
    browser.send(Map.of("press", "send"));
    return matters().file(code()).identity().number().value();
  }

  private String code() {
    assertThat(browser.path()).startsWith("/receipt/");
    return browser.path().replaceAll(".*/", "");
  }

  @Test
  void aMemberOfTheStaffSetsUpASecondFactorAndSignsInWithIt() {
    signIn(DOUBLY);
    browser.open("/account/second-factor");
    keys.answer(Map.of());
    var app = new TestingAuthenticator(String.valueOf(browser.driver().getPageSource()));
    clean("second-factor", Looks.ZH_LIGHT);
    keys.answer(Map.of("code", app.code(clock.instant())));
    clean("recovery-codes", Looks.ZH_LIGHT);
    browser.open("/account/second-factor");
    clean("second-factor-set-up", Looks.ZH_LIGHT);

    browser.forget().open(Looks.EN_LIGHT.of("/sign-in"));
    keys.answer(Map.of("username", DOUBLY, "password", Cast.PASSWORD));
    assertThat(browser.path()).isEqualTo("/sign-in/second");
    clean("second-step", Looks.EN_LIGHT);
    keys.answer(Map.of("code", app.code(clock.instant().plusSeconds(30))));
    assertThat(browser.path()).startsWith("/desk");
  }

  private Matters matters() {
    return new Matters(cases, cast);
  }

  private static boolean isButton(WebElement stop) {
    return stop.getTagName().equals("button");
  }

  private void signIn(String login) {
    browser.width(1440).open(Looks.ZH_LIGHT.of("/sign-in"));
    keys.answer(Map.of("username", login, "password", Cast.PASSWORD));
    assertThat(browser.path()).startsWith("/desk");
  }

  private void clean(String name, Looks look) {
    assertThat(browser.violations()).as(browser.path()).isEmpty();
    assertThat(browser.overhang()).as(browser.path()).isEmpty();
    browser.shoot("journey-" + name + "-" + look.label());
  }
}
