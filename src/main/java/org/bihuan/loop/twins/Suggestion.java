package org.bihuan.loop.twins;

import java.util.List;
import org.bihuan.loop.cases.CaseId;

/**
 * What earlier matters speak for: a proposal to read, never a dispatch.
 *
 * @param value the item, or the unit
 * @param percent its share of all that speak
 * @param closest the settled matters that speak for it, the closest first; empty where only the
 *     list of items does
 */
public record Suggestion(String value, int percent, List<CaseId> closest) {

  public Suggestion {
    closest = List.copyOf(closest);
  }
}
