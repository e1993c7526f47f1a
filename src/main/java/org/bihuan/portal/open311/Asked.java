package org.bihuan.portal.open311;

import java.util.Optional;
import java.util.UUID;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Errand;
import org.bihuan.loop.intake.Taking;
import org.jspecify.annotations.Nullable;

/** Takes a matter in and keeps, with it or not at all, that it came over Open311. */
record Asked(Taking taking, RequestSql sql, Request request) implements Errand {

  @Override
  public CaseId file() {
    return taking.file();
  }

  @Override
  public void join(Errand.Together round) {
    taking.join(round);
  }

  @Override
  public Optional<Errand.Move> ready() {
    return taking.ready();
  }

  @Override
  public boolean decided(@Nullable Decision decision) {
    boolean kept = taking.decided(decision);
    if (kept && decision instanceof Decision.Accepted(var file)) {
      var opened = file.times().openedAt();
      var caller = request.caller();
      var id = file.identity().id().value();
      sql.add(
          new RequestSql.Row(
              id, request.service(), caller, request.media(), opened, opened, false));
    }
    return kept;
  }

  /** What is kept besides the matter itself. */
  record Request(String service, @Nullable UUID caller, @Nullable String media) {}
}
