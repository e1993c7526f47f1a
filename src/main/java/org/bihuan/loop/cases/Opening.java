package org.bihuan.loop.cases;

import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A matter about to be opened; who raises it, where, and who owns it are already known.
 *
 * @param id chosen by the caller, so that a retry cannot open it twice
 * @param procedure how it runs
 * @param item the leaf of the procedure; absent if none was named
 * @param title 1 to 200 characters
 * @param area code of the place it concerns
 * @param unit code of the unit that owns it first; never absent: the fallback desk takes the rest
 * @param applicant the person it is raised for
 * @param channel window, phone, online, api, grid, internal or open311
 * @param parent the matter it is opened under; absent for most
 * @param facts what the form asked for, already checked against it
 * @param actor who opens it
 */
public record Opening(
    CaseId id,
    String procedure,
    @Nullable String item,
    String title,
    String area,
    String unit,
    UUID applicant,
    String channel,
    @Nullable CaseId parent,
    ObjectNode facts,
    Actor actor)
    implements Errand.Move {

  @Override
  public CaseId file() {
    return id;
  }

  /** The same with other facts. */
  Opening with(ObjectNode other) {
    return new Opening(
        id, procedure, item, title, area, unit, applicant, channel, parent, other, actor);
  }
}
