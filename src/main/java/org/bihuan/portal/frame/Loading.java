package org.bihuan.portal.frame;

import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.places.Places;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Brings reference data to the edition of this program before the first request is served. */
@Component
class Loading implements SmartInitializingSingleton {

  private final Places places;
  private final Units units;
  private final People people;

  Loading(Places places, Units units, People people) {
    this.places = places;
    this.units = units;
    this.people = people;
  }

  @Override
  public void afterSingletonsInstantiated() {
    places.load();
    units.load();
    people.load();
  }
}
