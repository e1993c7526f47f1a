package org.bihuan.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Walks through pages as somebody without a mouse does: Tab, Space, Enter, letters. */
final class Keyboard {

  /** More stops than any page of ours has. */
  private static final int STOPS = 150;

  private final Browser browser;

  Keyboard(Browser browser) {
    this.browser = browser;
  }

  void press(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  /** Goes on to the first stop that fits; every stop on the way must show that it is one. */
  WebElement to(Predicate<WebElement> wanted) {
    for (int i = 0; i < STOPS; i++) {
      press(Keys.TAB);
      var here = browser.driver().switchTo().activeElement();
      if (!here.getTagName().equals("body")) {
        requireSeen(here);
        if (wanted.test(here)) {
          return here;
        }
      }
    }
    throw new AssertionError("no stop of " + browser.path() + " is what was looked for");
  }

  /** Goes to the link or button with these words and presses Enter. */
  void choose(String words) {
    to(element -> element.getText().contains(words));
    press(Keys.ENTER);
  }

  /** Answers the questions of this page by their names and sends it. */
  void answer(Map<String, String> answers) {
    var left = new java.util.LinkedHashMap<>(answers);
    left.keySet().retainAll(names());
    while (!left.isEmpty()) {
      var field = to(element -> left.containsKey(String.valueOf(element.getDomAttribute("name"))));
      var name = String.valueOf(field.getDomAttribute("name"));
      give(field, String.valueOf(left.remove(name)));
    }
    to(e -> "submit".equals(e.getDomProperty("type")) && inMain(e));
    press(Keys.ENTER);
  }

  private void give(WebElement field, String value) {
    var type = String.valueOf(field.getDomProperty("type"));
    if (Set.of("radio", "checkbox").contains(type)) {
      for (int i = 0; i < STOPS && !value.equals(field.getDomAttribute("value")); i++) {
        press(Keys.ARROW_DOWN);
        field = browser.driver().switchTo().activeElement();
      }
      press(Keys.SPACE);
    } else if (type.startsWith("select")) {
      press(value);
    } else {
      press(Keys.chord(Keys.CONTROL, "a"), value);
    }
  }

  @SuppressWarnings("unchecked") // the script gives an array of strings
  private java.util.List<String> names() {
    return (java.util.List<String>)
        Objects.requireNonNull(
            browser
                .driver()
                .executeScript(
                    "return [...document.querySelectorAll('main [name]')]"
                        + ".filter(e => e.type !== 'hidden').map(e => e.name)"));
  }

  private boolean inMain(WebElement element) {
    return Boolean.TRUE.equals(
        browser.driver().executeScript("return !!arguments[0].closest('main')", element));
  }

  /** A stop is on the screen, and looks different from when one is not on it. */
  private void requireSeen(WebElement element) {
    var seen =
        browser
            .driver()
            .executeScript(
                """
                const e = arguments[0], s = getComputedStyle(e), box = e.getBoundingClientRect();
                const shown = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                const marked = s.outlineStyle !== 'none' || s.boxShadow !== 'none';
                return shown && marked ? '' : e.outerHTML.slice(0, 120) + ' shown ' + shown + ' marked ' + marked;
                """,
                element);
    assertThat(String.valueOf(seen)).isEmpty();
  }
}
