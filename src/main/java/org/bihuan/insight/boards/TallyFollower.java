package org.bihuan.insight.boards;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.springframework.stereotype.Component;

/** Counts what the register tells, each entry once. */
@Component
class TallyFollower implements Follower {

  private final BoardSql sql;

  TallyFollower(BoardSql sql) {
    this.sql = sql;
  }

  private record Key(LocalDate day, String act) {}

  @Override
  public String name() {
    return "boards-tally";
  }

  /**
   * Rows are taken in one order, so that two lanes' batches never wait for each other in a circle.
   */
  @Override
  public void follow(List<Entry> entries) {
    entries.stream()
        .collect(
            Collectors.groupingBy(
                e -> new Key(ChinaTime.day(e.at()), e.act()),
                () ->
                    new java.util.TreeMap<>(
                        java.util.Comparator.comparing(Key::day).thenComparing(Key::act)),
                Collectors.counting()))
        .forEach((key, n) -> sql.count(key.day(), key.act(), n));
  }
}
