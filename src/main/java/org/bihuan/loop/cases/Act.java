package org.bihuan.loop.cases;

import org.bihuan.foundation.access.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something an actor wants to do to a matter.
 *
 * @param file the matter
 * @param name the act as the procedure names it
 * @param actor who acts
 * @param version the version the actor saw; absent if the actor does not mind what came since
 * @param note the reason or remark; absent if none was given
 * @param facts what the act's form asked for; empty if nothing
 * @param expiring the clock whose running out this is; absent for people; {@link #HOUSE} for an
 *     inner act, which a door of the house does in the actor's name
 */
public record Act(
    CaseId file,
    String name,
    Actor actor,
    @Nullable Long version,
    @Nullable String note,
    ObjectNode facts,
    @Nullable String expiring)
    implements Errand.Move {

  /** No clock can be named like this. */
  public static final String HOUSE = "-";

  /** The same act with one more fact, which the house knows. */
  Act telling(String name, String value) {
    var more = facts.deepCopy().put(name, value);
    return new Act(file, this.name, actor, version, note, more, expiring);
  }

  /** True if a door of the house does it, not a form. */
  boolean byHouse() {
    return HOUSE.equals(expiring);
  }
}
