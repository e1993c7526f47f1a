package org.bihuan.portal.open311;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.springframework.stereotype.Component;

/** Keeps when a request last moved and whether it is closed. */
@Component
class StatusFollower implements Follower {

  private final Cases cases;
  private final RequestSql sql;

  StatusFollower(Cases cases, RequestSql sql) {
    this.cases = cases;
    this.sql = sql;
  }

  @Override
  public String name() {
    return "open311-status";
  }

  @Override
  public void follow(List<Entry> entries) {
    var known = new HashSet<java.util.UUID>();
    sql.find(entries.stream().map(Entry::caseId).distinct().toList())
        .forEach(row -> known.add(row.id()));
    var files = cases.find(known.stream().map(CaseId::new).toList());
    entries.stream().filter(e -> known.contains(e.caseId())).forEach(e -> moved(e, files));
  }

  /** By the state the entry led to: the entries of a batch come in order. */
  private void moved(Entry entry, Map<CaseId, CaseView> files) {
    var file = files.get(new CaseId(entry.caseId()));
    if (file != null) {
      var state = cases.procedure(file).states().get(entry.to());
      sql.moved(entry.caseId(), entry.at(), state != null && state.end());
    }
  }
}
