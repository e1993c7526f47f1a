package org.bihuan.foundation.access;

import java.time.Clock;
import org.bihuan.foundation.places.TestingPlaces;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;

/** The units of the shipped file for the tests of modules above. */
public final class TestingUnits {

  private TestingUnits() {}

  /** Loads places and units into a database. */
  public static Units loaded(TestDatabase database, Clock clock, District district) {
    var places = TestingPlaces.loaded(database.jdbc(), clock, district);
    var units = new Units(new UnitSql(database.jdbc()), places, clock, district);
    units.load();
    return units;
  }
}
