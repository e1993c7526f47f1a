package org.bihuan.services.stations;

import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Text;

/**
 * The file of stations a new installation begins with.
 *
 * @param version raised with every change
 * @param source where they come from
 * @param programme code of the unit that runs the programme and may change every station
 * @param ground where each street lies, roughly
 * @param stations the stations
 */
record StationFile(
    int version, String source, String programme, List<Mark> ground, List<Entry> stations) {

  /** Where a street lies. */
  record Mark(String area, double lat, double lng) {

    Point point() {
      return new Point(lat, lng);
    }
  }

  /** One station; supplies are the numbers from which on they count as low. */
  record Entry(
      String code,
      String kind,
      Text name,
      Where where,
      Hours hours,
      String phone,
      String unit,
      List<String> facilities,
      Map<String, Integer> supplies) {

    StationRules.Draft draft() {
      return new StationRules.Draft(
          name,
          kind,
          where.place(),
          OpeningHours.stored(hours.week(), hours.special()),
          phone,
          unit,
          facilities);
    }
  }

  /** Where it is. */
  record Where(String area, Text address, Text way, double lat, double lng) {

    Station.Place place() {
      return new Station.Place(area, address, way, new Point(lat, lng));
    }
  }

  /** When it is open. */
  record Hours(List<String> week, List<String> special) {}
}
