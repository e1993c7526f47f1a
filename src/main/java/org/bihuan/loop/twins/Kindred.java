package org.bihuan.loop.twins;

import java.util.ArrayList;
import java.util.Collection;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.springframework.stereotype.Component;

/**
 * Tells which matters are or were handled together with one: the main one and all that followed.
 */
@Component
class Kindred implements Cases.Kin {

  /** More than ever wait for one answer. */
  private static final int MOST = 5_000;

  private final TwinLinkSql links;

  Kindred(TwinLinkSql links) {
    this.links = links;
  }

  @Override
  public Collection<CaseId> of(CaseId id) {
    var mains = new ArrayList<>(links.mains(id));
    mains.add(id);
    var kindred = new ArrayList<>(mains);
    for (var main : mains) {
      links.all(main, MOST).forEach(link -> kindred.add(link.follower()));
    }
    kindred.removeIf(id::equals);
    return kindred;
  }
}
