package org.bihuan.services.whistles;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Opening;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The cases a whistle consists of: its own, and one for each department. */
record Calling(Blowing blowing, WorkUnit street, Actor actor) {

  private static final String UNIT = "unit";
  private static final String POSITION = "position";

  /** The whistle before its calls; the lead is the first that is called. */
  List<Opening> openings(List<String> called, Clock clock) {
    var appeal = blowing.appeal();
    var above = appeal == null ? null : appeal.identity().id();
    var whole = new CaseInHand(blowing.id(), Whistles.WHISTLE, above);
    var openings = new ArrayList<Opening>();
    openings.add(opening(whole, called.getFirst(), blowing.facts()));
    for (var unit : called) {
      var call = new CaseInHand(new CaseId(Uuid7.next(clock)), Whistles.CALL, blowing.id());
      openings.add(opening(call, unit, facts(unit, unit.equals(called.getFirst()))));
    }
    return openings;
  }

  private record CaseInHand(CaseId id, String procedure, @Nullable CaseId above) {}

  /** The person of an appeal is the person of its parts; else the one who blew stands for all. */
  private Opening opening(CaseInHand one, String unit, ObjectNode facts) {
    var appeal = blowing.appeal();
    return new Opening(
        one.id(),
        one.procedure(),
        null,
        blowing.title().strip(),
        appeal == null ? street.area() : appeal.subject().area(),
        unit,
        appeal == null ? actor.id() : appeal.subject().applicant(),
        "internal",
        one.above(),
        facts,
        actor);
  }

  private ObjectNode facts(String unit, boolean lead) {
    var whole = blowing.facts();
    var facts = Whistles.nothing();
    facts.set("kind", whole.path("kind"));
    facts.set("task", whole.path("matter"));
    facts.set("place", whole.path("place"));
    if (whole.has(POSITION)) {
      facts.set(POSITION, whole.path(POSITION));
    }
    var reason = blowing.reasons().get(unit);
    if (reason != null) {
      facts.put("why", reason);
    }
    return facts.put("lead", lead).put("street", street.code()).put(UNIT, unit);
  }
}
