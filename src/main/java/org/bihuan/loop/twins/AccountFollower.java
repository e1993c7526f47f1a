package org.bihuan.loop.twins;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Component;

/** Keeps what matters say as they are opened, and whose they were when they were settled. */
@Component
class AccountFollower implements Follower {

  private final Cases cases;
  private final TwinSql sql;
  private final Measure measure;
  private final Set<String> settling;

  AccountFollower(Cases cases, TwinSql sql, Measure measure, Procedures procedures) {
    this.cases = cases;
    this.sql = sql;
    this.measure = measure;
    this.settling =
        procedures.all().stream()
            .filter(procedure -> measure.compares(procedure.id()))
            .flatMap(procedure -> procedure.confirmed().stream())
            .collect(Collectors.toSet());
  }

  @Override
  public String name() {
    return "twins-accounts";
  }

  @Override
  public void follow(List<Entry> entries) {
    var telling =
        entries.stream()
            .filter(e -> e.act().equals(ActRule.OPEN) || settling.contains(e.to()))
            .toList();
    var files = cases.find(telling.stream().map(e -> new CaseId(e.caseId())).toList());
    sql.keep(
        telling.stream()
            .filter(entry -> entry.act().equals(ActRule.OPEN))
            .flatMap(entry -> compared(files, entry))
            .map(measure::account)
            .toList());
    // in the order of their ids, as whoever joins or answers some locks them
    telling.stream()
        .sorted(Comparator.comparing(Entry::caseId))
        .forEach(entry -> compared(files, entry).forEach(file -> settle(file, entry)));
  }

  private Stream<CaseView> compared(Map<CaseId, CaseView> files, Entry entry) {
    var file = files.get(new CaseId(entry.caseId()));
    return file != null && measure.compares(file) ? Stream.of(file) : Stream.empty();
  }

  private void settle(CaseView file, Entry entry) {
    if (cases.procedure(file).confirmed().contains(entry.to())) {
      sql.settle(entry.caseId(), file.unit(), entry.at());
    }
  }
}
