package bihuan.faults;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Many matters at once, through the product's own door. */
final class Matters {

  static final Actor HANDLER =
      new Actor(UUID.randomUUID(), "handler", Set.of(Role.HANDLER), "approval-bureau");

  private static final Actor CLERK =
      new Actor(UUID.randomUUID(), "clerk", Set.of(Role.CLERK), "approval-bureau");

  private static final int BATCH = 200;

  private final Cases cases;
  private final Clock clock;

  Matters(ApplicationContext house) {
    this.cases = house.getBean(Cases.class);
    this.clock = house.getBean(Clock.class);
  }

  Cases cases() {
    return cases;
  }

  /** Opens so many licences. */
  List<CaseId> open(int count) {
    var ids = new ArrayList<CaseId>();
    for (int from = 0; from < count; from += BATCH) {
      var openings = new ArrayList<Opening>();
      for (int n = from; n < Math.min(count, from + BATCH); n++) {
        openings.add(opening("件" + n));
      }
      check(cases.open(openings));
      openings.forEach(opening -> ids.add(opening.id()));
    }
    return ids;
  }

  private Opening opening(String title) {
    var facts = nothing().put("project", title).put("siteArea", 100);
    return new Opening(
        new CaseId(Uuid7.next(clock)),
        "licence",
        "construction-permit",
        title,
        "140213051",
        "approval-bureau",
        UUID.randomUUID(),
        "window",
        null,
        facts,
        CLERK);
  }

  /** Does one act to each of them. */
  void act(List<CaseId> ids, String act, ObjectNode facts) {
    for (int from = 0; from < ids.size(); from += BATCH) {
      var batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
      check(
          cases.perform(
              batch.stream()
                  .map(id -> new Act(id, act, HANDLER, null, null, facts, null))
                  .toList()));
    }
  }

  static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void check(List<Decision> decisions) {
    for (var decision : decisions) {
      if (decision instanceof Decision.Refused refused) {
        throw new IllegalStateException("refused: " + refused);
      }
    }
  }
}
