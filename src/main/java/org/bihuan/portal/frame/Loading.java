package org.bihuan.portal.frame;

import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.places.Places;
import org.bihuan.services.stations.Stations;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Brings reference data to the edition of this program before the first request is served. */
@Component
class Loading implements SmartInitializingSingleton {

  private final Places places;
  private final Units units;
  private final People people;
  private final Stations stations;

  Loading(Places places, Units units, People people, Stations stations) {
    this.places = places;
    this.units = units;
    this.people = people;
    this.stations = stations;
  }

  @Override
  public void afterSingletonsInstantiated() {
    places.load();
    units.load();
    people.load();
    stations.load();
  }
}
