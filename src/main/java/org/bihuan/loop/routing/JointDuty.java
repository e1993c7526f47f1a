package org.bihuan.loop.routing;

import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A matter that several departments must act on together, as the duty list names it.
 *
 * @param code its name in the file
 * @param title for people
 * @param lead code of the department that leads
 * @param others codes of the departments that act with it
 * @param why the ground: what of it is whose duty
 * @param items leaves of procedures that lead to it; empty if none
 */
public record JointDuty(
    String code,
    Text title,
    String lead,
    List<String> others,
    Text why,
    @Nullable List<String> items) {

  public JointDuty {
    others = List.copyOf(others);
    items = items == null ? List.of() : List.copyOf(items);
  }

  /** True if a matter of this leaf is one of these. */
  public boolean names(@Nullable String item) {
    return item != null && items != null && items.contains(item);
  }
}
