package org.bihuan.portal.dispatch;

import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;

/**
 * The page on which other units are asked to help.
 *
 * @param number the matter
 * @param title what was raised
 * @param lead the unit that owns it
 * @param open false once the matter is over
 * @param proposed units the duty list names and nobody has asked yet
 * @param asked units that have a part already
 * @param units every unit that can be asked, by code
 */
public record PartSheet(
    String number,
    String title,
    Text lead,
    boolean open,
    List<Proposed> proposed,
    List<Text> asked,
    Map<String, Text> units) {

  public PartSheet {
    proposed = List.copyOf(proposed);
    asked = List.copyOf(asked);
  }

  /** A unit the list names, with what lies on its desks. */
  public record Proposed(String unit, Text name, int open) {}

  public Map<String, String> units(Page page) {
    return DutyPages.in(page, units);
  }
}
