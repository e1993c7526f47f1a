package org.bihuan.portal.look;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of the screen.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Colour(int red, int green, int blue) {

  static final Colour WHITE = new Colour(255, 255, 255);

  private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{6})");

  /** Reads {@code #1a56a8}; empty for anything else. */
  static Optional<Colour> parse(String text) {
    var hex = HEX.matcher(text);
    if (!hex.matches()) {
      return Optional.empty();
    }
    int all = Integer.parseInt(hex.group(1), 16);
    return Optional.of(new Colour(all >> 16, (all >> 8) & 255, all & 255));
  }

  String hex() {
    return "#%02x%02x%02x".formatted(red, green, blue);
  }

  /** How far two colours are apart, 1 to 21, as WCAG 2 counts it. */
  double contrast(Colour other) {
    double one = luminance();
    double two = other.luminance();
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  /** This colour with a share, 0 to 1, of another in it. */
  Colour mixed(Colour other, double share) {
    return new Colour(
        between(red, other.red, share),
        between(green, other.green, share),
        between(blue, other.blue, share));
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int between(int one, int two, double share) {
    return (int) Math.round(one + (two - one) * share);
  }
}
