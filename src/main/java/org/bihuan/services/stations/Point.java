package org.bihuan.services.stations;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place on the earth, WGS 84.
 *
 * @param lat degrees north, -90 to 90
 * @param lng degrees east, -180 to 180
 */
public record Point(double lat, double lng) {

  private static final double EARTH = 6_371_000;
  private static final Pattern FORM =
      Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,8})?)\\s*[,，]\\s*(-?\\d{1,3}(?:\\.\\d{1,8})?)");

  public Point {
    if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) {
      throw new IllegalArgumentException("not on the earth: " + lat + "," + lng);
    }
  }

  /** Reads {@code lat,lng}; empty if it is no place on the earth. */
  public static Optional<Point> parse(String text) {
    var found = FORM.matcher(text.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    double lat = Double.parseDouble(found.group(1));
    double lng = Double.parseDouble(found.group(2));
    return Math.abs(lat) <= 90 && Math.abs(lng) <= 180
        ? Optional.of(new Point(lat, lng))
        : Optional.empty();
  }

  /** How far it is in metres, as the crow flies (great circle). */
  public long metresTo(Point other) {
    double north = Math.toRadians(other.lat - lat) / 2;
    double east = Math.toRadians(other.lng - lng) / 2;
    double a =
        Math.pow(Math.sin(north), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * Math.pow(Math.sin(east), 2);
    return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(a))));
  }

  /** The same as {@code lat,lng}, to about a metre. */
  public String text() {
    return "%s,%s".formatted(rounded(lat), rounded(lng));
  }

  private static String rounded(double degrees) {
    return java.math.BigDecimal.valueOf(degrees)
        .setScale(5, java.math.RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
