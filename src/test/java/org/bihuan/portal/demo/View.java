package org.bihuan.portal.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page as somebody sees it.
 *
 * @param by who looks
 * @param path where it is, or where the form is that leads to it
 * @param sent what is filled into that form; absent if nothing is sent
 * @param title its name among the pictures
 * @param looks the ways it is looked at
 */
record View(
    Visitor by, String path, @Nullable Map<String, String> sent, String title, List<Looks> looks) {

  static View of(Visitor by, String path) {
    var words = path.replaceAll("%[0-9A-F]{2}", "").replaceAll("[^A-Za-z0-9]+", "-");
    var title = by.name() + (words.equals("-") ? "-home" : words.replaceFirst("-$", ""));
    return new View(by, path, null, title, Looks.usual());
  }

  /** What comes after this page's form was sent. */
  View sending(Map<String, String> answers, String name) {
    return new View(by, path, answers, by.name() + "-" + name, looks);
  }

  View named(String name) {
    return new View(by, path, sent, by.name() + "-" + name, looks);
  }

  /** In the special ways too. */
  View everyWay() {
    return in(List.of(Looks.values()));
  }

  private View in(List<Looks> ways) {
    return new View(by, path, sent, title, List.copyOf(ways));
  }

  /** Goes there. */
  void open(Browser browser, Looks look) {
    browser.open(look.of(path));
    if (sent != null) {
      browser.send(sent);
    }
  }
}
