package org.bihuan.foundation.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.bihuan.foundation.shared.Look.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LookRulesTests {

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void isUsualUntilSomebodyChooses() {
    assertThat(Look.of(request)).isEqualTo(Look.USUAL);
    assertThat(Look.isChosenBy(request)).isFalse();
    assertThat(Look.USUAL.elder()).isFalse();
  }

  @Test
  void isWhatTheLinkSaysAndTheRestAsItWas() {
    request.setCookies(new Cookie(Look.COOKIE, "dark.24"));
    request.setParameter(Look.SIZE, "30");

    assertThat(Look.of(request)).isEqualTo(new Look(Theme.DARK, 30));
    assertThat(Look.isChosenBy(request)).isTrue();
  }

  @Test
  void leavesTheElderModeByTheSizeOfNothing() {
    request.setCookies(new Cookie(Look.COOKIE, "contrast.24"));
    request.setParameter(Look.SIZE, "0");

    assertThat(Look.of(request)).isEqualTo(new Look(Theme.CONTRAST, 0));
  }

  @Test
  void comesBackFromItsCookie() {
    for (var theme : Theme.values()) {
      for (var size : Look.SIZES) {
        var look = new Look(theme, size);
        var later = new MockHttpServletRequest();
        later.setCookies(new Cookie(Look.COOKIE, look.kept()));
        assertThat(Look.of(later)).isEqualTo(look);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dark", "dark.", ".20", "pink.17", "dark.20.1", "auto.-1", "../../x"})
  void isNotUpsetByACookieOfOthers(String cookie) {
    request.setCookies(new Cookie(Look.COOKIE, cookie));
    assertThat(Look.of(request).size()).isIn(0, 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "31", "99", "-1", "x", "20px"})
  void ignoresSizesThereAreNot(String size) {
    request.setParameter(Look.SIZE, size);
    assertThat(Look.of(request)).isEqualTo(Look.USUAL);
    assertThat(Look.isChosenBy(request)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"18,,20", "20,18,22", "28,26,30", "30,28,"})
  void goesUpAndDownInSteps(int size, Integer smaller, Integer larger) {
    var look = new Look(Theme.AUTO, size);
    assertThat(look.smaller().orElse(null)).isEqualTo(smaller);
    assertThat(look.larger().orElse(null)).isEqualTo(larger);
  }

  @Test
  void reachesFromEighteenToThirty() {
    assertThat(Look.SIZES).startsWith(18).endsWith(30).contains(Look.FIRST_SIZE);
  }
}
