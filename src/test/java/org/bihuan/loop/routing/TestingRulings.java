package org.bihuan.loop.routing;

import java.time.Clock;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;

/** Rulings on a test database. */
final class TestingRulings {

  private TestingRulings() {}

  static RuledDuties on(TestDatabase database, Units units, Clock clock, District district) {
    return new RuledDuties(new RuledDutySql(database.jdbc(), district), units, clock, district);
  }
}
