package org.bihuan.portal.demo;

import java.util.Map;

/** What members of the staff did before somebody looks over their shoulder. */
final class Staffing {

  private Staffing() {}

  /** Keeps what is late as a view. */
  static void keepsAView(Browser browser) {
    browser.open("/desk?queue=all&due=late&lang=zh").send(Map.of("name", "超期的都看一眼"));
  }

  /** Hands over for the days of a leave. */
  static void handsOver(Browser browser) {
    browser
        .open("/desk/hand-overs?lang=zh")
        .send(
            Map.of(
                "deputy", "handler",
                "from", "2027-09-15",
                "to", "2027-09-20",
                "reason", "年休假"));
  }

  /** Is shown the secret of a second factor, and does not confirm it. */
  static void beginsASecondFactor(Browser browser) {
    browser.open("/account/second-factor?lang=zh").send(Map.of());
  }
}
