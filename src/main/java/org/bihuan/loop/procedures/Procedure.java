package org.bihuan.loop.procedures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.shared.Text;
import tools.jackson.databind.JsonNode;

/**
 * How a kind of matter runs. What is read from a file is proved to close before anyone can use it;
 * a running matter stays on the revision it began with.
 *
 * @param id its name, for example {@code appeal}
 * @param revision counts up; 1 is the first
 * @param letter first letter of its case numbers
 * @param title what people call it
 * @param summary one sentence for the page where people choose
 * @param confirmed ends that may only be reached on the person's word or a call-back
 * @param states in the order of the file
 * @param acts in the order of the file
 * @param clocks in the order of the file
 * @param form JSON Schema of the facts asked when a matter is opened
 * @param source the law it follows
 */
public record Procedure(
    String id,
    int revision,
    String letter,
    Text title,
    Text summary,
    Set<String> confirmed,
    Map<String, StateRule> states,
    Map<String, ActRule> acts,
    Map<String, ClockRule> clocks,
    JsonNode form,
    Source source) {

  public Procedure {
    confirmed = Set.copyOf(confirmed);
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    acts = Collections.unmodifiableMap(new LinkedHashMap<>(acts));
    clocks = Collections.unmodifiableMap(new LinkedHashMap<>(clocks));
  }

  /** True if the one window opens it; false if only a door of the house does. */
  public boolean filed() {
    var open = acts.get(ActRule.OPEN);
    return open != null && !open.has(ActRule.Flag.INNER);
  }
}
