package org.bihuan.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Goes through pages as somebody without a mouse does: Tab, Space, Enter, letters. */
final class Keyboard {

  /** More stops than any page of ours has. */
  private static final int STOPS = 150;

  /** Answers of the page that go back and not on. */
  private static final String BACK = "(edit-\\d+|fill)";

  private static final String NAMES =
      "return [...document.querySelectorAll('main form:not([role=search]) [name]')]"
          + ".filter(e => !['hidden', 'submit', 'file'].includes(e.type)).map(e => e.name)";

  private final Browser browser;

  Keyboard(Browser browser) {
    this.browser = browser;
  }

  void press(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  WebElement here() {
    return browser.driver().switchTo().activeElement();
  }

  /** Goes on to the first stop that fits; every stop on the way must show that it is one. */
  WebElement to(Predicate<WebElement> wanted) {
    for (int i = 0; i < STOPS; i++) {
      press(Keys.TAB);
      var stop = here();
      assertThat(browser.unseen(stop)).as("focus").isEmpty();
      if (wanted.test(stop)) {
        return stop;
      }
    }
    throw new AssertionError("no stop of " + browser.path() + " is what was looked for");
  }

  /** Goes to a link or button and presses Enter. */
  void choose(Predicate<WebElement> wanted) {
    to(wanted);
    browser.leaving(() -> press(Keys.ENTER));
  }

  /** What leads to an address that ends so. */
  void follow(String end) {
    choose(stop -> String.valueOf(stop.getDomAttribute("href")).matches(".*" + end));
  }

  /** Answers what this page asks of the answers, and sends it. */
  void answer(Map<String, String> answers) {
    var left = new LinkedHashMap<>(answers);
    left.keySet().retainAll(asked());
    while (!left.isEmpty()) {
      var field = to(stop -> left.containsKey(String.valueOf(stop.getDomAttribute("name"))));
      give(field, String.valueOf(left.remove(String.valueOf(field.getDomAttribute("name")))));
    }
    choose(this::sends);
  }

  private void give(WebElement field, String value) {
    switch (String.valueOf(field.getDomProperty("type"))) {
      case "radio" -> {
        down(() -> value.equals(here().getDomAttribute("value")));
        press(Keys.SPACE);
      }
      case "checkbox" -> press(Keys.SPACE);
      case "select-one" -> down(() -> value.equals(field.getDomProperty("value")));
      default -> {
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"));
        press(value);
      }
    }
  }

  private void down(BooleanSupplier there) {
    for (int i = 0; i < STOPS && !there.getAsBoolean(); i++) {
      press(Keys.ARROW_DOWN);
    }
  }

  private boolean sends(WebElement stop) {
    return "submit".equals(stop.getDomProperty("type"))
        && !String.valueOf(stop.getDomAttribute("value")).matches(BACK)
        && browser.isWithin(stop, "main form:not([role=search])");
  }

  @SuppressWarnings("unchecked") // the script gives an array of strings
  private List<String> asked() {
    return (List<String>) Objects.requireNonNull(browser.driver().executeScript(NAMES));
  }

  /**
   * The first stop leads past the head to what the page is about, and going on from there one comes
   * round again: nothing holds one.
   */
  void isFree() {
    browser.driver().executeScript("document.activeElement.blur()");
    press(Keys.TAB);
    assertThat(here().getDomAttribute("class")).isEqualTo("bh-skip");
    press(Keys.ENTER);
    press(Keys.TAB);
    assertThat(browser.isWithin(here(), "main")).as("skip link of " + browser.path()).isTrue();
    to(stop -> String.valueOf(stop.getDomAttribute("class")).equals("bh-skip"));
  }
}
