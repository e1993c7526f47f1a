package org.bihuan.foundation.places;

import java.time.Clock;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door of this module for the tests of those above it. */
public final class TestingPlaces {

  private TestingPlaces() {}

  /** The real places, loaded. */
  public static Places loaded(JdbcClient jdbc, Clock clock, District district) {
    var places = new Places(new PlaceSql(jdbc), clock, district);
    places.load();
    return places;
  }
}
