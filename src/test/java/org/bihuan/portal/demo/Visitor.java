package org.bihuan.portal.demo;

import java.util.Map;
import org.openqa.selenium.By;

/**
 * Somebody who looks at pages.
 *
 * @param name the first part of the names of their pictures
 * @param comes what they do before they look
 */
record Visitor(String name, Comes comes) {

  /** Getting in. */
  @FunctionalInterface
  interface Comes {
    void in(Browser browser);
  }

  static Visitor anybody() {
    return new Visitor("anybody", Browser::forget);
  }

  /** A member of the demo's staff. */
  static Visitor staff(String login) {
    return new Visitor(
        login,
        browser ->
            browser
                .forget()
                .open("/sign-in?lang=zh")
                .send(Map.of("username", login, "password", Cast.PASSWORD)));
  }

  /** Somebody whose phone was sent a code; the demo shows it on the page. */
  static Visitor resident(String phone) {
    return new Visitor(
        "resident",
        browser -> {
          browser.forget().open("/my/sign-in?lang=zh").send(Map.of("phone", phone));
          var code = browser.driver().findElement(By.cssSelector("main .bh-number")).getText();
          browser.send(Map.of("code", code));
        });
  }

  /** Somebody without an account: opens matters by their codes, adds a picture to the last. */
  static Visitor follower(Map<String, String> tails) {
    return new Visitor(
        "follower",
        browser -> {
          browser.forget();
          tails.forEach(
              (code, tail) ->
                  browser.open("/track?lang=zh").send(Map.of("code", code, "tail", tail)));
          var files = browser.driver().findElement(By.id("files"));
          files.sendKeys(browser.shoot("a-picture-to-add").toAbsolutePath().toString());
          browser.leaving(files::submit);
        });
  }

  /** The same, who then does something more. */
  Visitor and(Comes more) {
    return new Visitor(
        name,
        browser -> {
          comes.in(browser);
          more.in(browser);
        });
  }
}
