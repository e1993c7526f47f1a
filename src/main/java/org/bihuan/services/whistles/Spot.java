package org.bihuan.services.whistles;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A point on the map, WGS 84.
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 */
record Spot(double latitude, double longitude) {

  private static final Pattern TYPED =
      Pattern.compile("(-?\\d{1,2}\\.\\d{1,6}),(-?\\d{1,3}\\.\\d{1,6})");
  private static final double EARTH_METRES = 6_371_008.8;

  /** Reads {@code 40.091234,113.301234}; empty for anything else. */
  static Optional<Spot> parse(String typed) {
    var found = TYPED.matcher(typed.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    var spot = new Spot(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)));
    boolean onEarth = Math.abs(spot.latitude) <= 90 && Math.abs(spot.longitude) <= 180;
    return onEarth ? Optional.of(spot) : Optional.empty();
  }

  /** The way over the ground in whole metres. */
  int metresTo(Spot other) {
    double across = Math.toRadians(other.latitude - latitude) / 2;
    double along = Math.toRadians(other.longitude - longitude) / 2;
    double half =
        Math.pow(Math.sin(across), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(along), 2);
    return (int) Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half))));
  }
}
