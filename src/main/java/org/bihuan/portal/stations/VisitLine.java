package org.bihuan.portal.stations;

import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.stations.visits.CareVisit;

/**
 * A care visit in words.
 *
 * @param visit the visit
 * @param area where it was
 * @param units who went
 * @param groups whom they met
 * @param topics what was asked about
 * @param gifts what was given: name, number with its measure
 */
public record VisitLine(
    CareVisit visit,
    Text area,
    List<Text> units,
    List<Text> groups,
    List<Text> topics,
    List<Text> gifts) {

  public VisitLine {
    units = List.copyOf(units);
    groups = List.copyOf(groups);
    topics = List.copyOf(topics);
    gifts = List.copyOf(gifts);
  }
}
