package org.bihuan.portal.stations;

import org.bihuan.foundation.shared.Text;
import org.bihuan.services.stations.Station;

/**
 * A station in the list of the desk.
 *
 * @param card the station as everybody sees it
 * @param keeper the unit that keeps it
 * @param low how many supplies have to be filled up
 * @param troubles how many matters about it are open
 * @param mine true if the reader may change it
 */
public record StationLine(StationCard card, Text keeper, int low, long troubles, boolean mine) {

  public Station station() {
    return card.station();
  }
}
