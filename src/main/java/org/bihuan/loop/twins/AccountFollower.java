package org.bihuan.loop.twins;

import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.loop.procedures.ActRule;
import org.springframework.stereotype.Component;

/** Keeps what matters say as they are opened, and whose they were when they were settled. */
@Component
class AccountFollower implements Follower {

  private final Cases cases;
  private final TwinSql sql;
  private final Measure measure;

  AccountFollower(Cases cases, TwinSql sql, Measure measure) {
    this.cases = cases;
    this.sql = sql;
    this.measure = measure;
  }

  @Override
  public String name() {
    return "twins-accounts";
  }

  @Override
  public void follow(List<Entry> entries) {
    var ids = entries.stream().map(e -> new CaseId(e.caseId())).collect(Collectors.toSet());
    var files = cases.find(ids);
    for (var entry : entries) {
      var file = files.get(new CaseId(entry.caseId()));
      if (file != null && measure.compares(file)) {
        follow(file, entry);
      }
    }
  }

  private void follow(CaseView file, Entry entry) {
    if (entry.act().equals(ActRule.OPEN)) {
      sql.keep(measure.account(file));
    }
    var procedure = cases.procedure(file);
    if (procedure.confirmed().contains(entry.to())) {
      sql.settle(entry.caseId(), file.unit(), entry.at());
    }
  }
}
