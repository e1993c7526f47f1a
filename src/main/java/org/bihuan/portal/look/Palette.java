package org.bihuan.portal.look;

import org.bihuan.foundation.shared.SettingFault;

/**
 * The two colours of a district and the shades that follow from them. What people could not read is
 * refused at start: 工信部 适老化通用设计规范 and WCAG 2 AA ask for a contrast of 4.5 to 1.
 *
 * @param main of links and buttons
 * @param head of the band at the top, and of what is pressed
 */
record Palette(Colour main, Colour head) {

  static final String MAIN = "#1a56a8";
  static final String HEAD = "#123f7f";

  private static final double LEAST = 4.5;

  /** Icons and rings on a dark ground stand out more than the law asks. */
  private static final double LIT = 6.5;

  private static final Colour GROUND = new Colour(0xf4, 0xf6, 0xf9);
  private static final Colour NIGHT = new Colour(0x1a, 0x21, 0x2b);

  /** Reads and checks two settings. */
  static Palette of(String main, String head) {
    var palette =
        new Palette(colour("bihuan.look.colour", main), colour("bihuan.look.head-colour", head));
    readable("bihuan.look.colour", palette.main, GROUND);
    readable("bihuan.look.colour", palette.main, palette.tint());
    readable("bihuan.look.head-colour", palette.head, Colour.WHITE);
    return palette;
  }

  private static Colour colour(String setting, String text) {
    return Colour.parse(text)
        .orElseThrow(
            () -> new SettingFault(setting + " is not a colour like #1a56a8: '" + text + "'"));
  }

  private static void readable(String setting, Colour colour, Colour ground) {
    double contrast = colour.contrast(ground);
    if (contrast < LEAST) {
      throw new SettingFault(
          "%s %s has a contrast of %.1f to 1 against %s; people need at least 4.5, take a darker one"
              .formatted(setting, colour.hex(), contrast, ground.hex()));
    }
  }

  /** Behind what is chosen. */
  private Colour tint() {
    return main.mixed(Colour.WHITE, 0.92);
  }

  /** The main colour as it can be read on a dark ground. */
  private Colour lit() {
    var lit = main;
    for (double share = 0.05; lit.contrast(NIGHT) < LIT; share += 0.05) {
      lit = main.mixed(Colour.WHITE, share);
    }
    return lit;
  }

  /** The tokens of the style sheet that depend on the two colours. */
  String css() {
    var lit = lit();
    return ":root{"
        + token("--bh-blue", main)
        + token("--bh-blue-deep", head)
        + token("--bh-blue-tint", tint())
        + token("--bh-blue-line", main.mixed(Colour.WHITE, 0.7))
        + token("--bh-lit", lit)
        + token("--bh-lit-strong", lit.mixed(Colour.WHITE, 0.35))
        + token("--bh-lit-tint", main.mixed(NIGHT, 0.72))
        + token("--bh-lit-line", main.mixed(NIGHT, 0.35))
        + token("--bh-lit-head", head.mixed(NIGHT, 0.45))
        + token("--bs-link-color", main)
        + "--bs-link-color-rgb:"
        + channels(main)
        + token(";--bs-link-hover-color", head)
        + "--bs-link-hover-color-rgb:"
        + channels(head)
        + "}\n";
  }

  private static String token(String name, Colour colour) {
    return name + ":" + colour.hex() + ";";
  }

  private static String channels(Colour colour) {
    return colour.red() + "," + colour.green() + "," + colour.blue();
  }
}
