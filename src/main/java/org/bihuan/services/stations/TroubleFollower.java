package org.bihuan.services.stations;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.services.stations.Stations.Change;
import org.springframework.stereotype.Component;

/**
 * Keeps stations in step with what was opened about them: dealt with, a facility counts as working
 * again; not so, as whoever raised it says, it is reported again.
 */
@Component
class TroubleFollower implements Follower {

  private static final String FIX = "fix";
  private static final String OBJECT = "object";
  private static final String WITHDRAW = "withdraw";

  private final TroubleSql sql;
  private final Stations stations;

  TroubleFollower(TroubleSql sql, Stations stations) {
    this.sql = sql;
    this.stations = stations;
  }

  @Override
  public String name() {
    return "stations-troubles";
  }

  @Override
  public void follow(List<Entry> entries) {
    var ids = entries.stream().map(Entry::caseId).distinct().toList();
    Map<UUID, Trouble> troubles =
        sql.ofCases(ids).stream().collect(Collectors.toMap(Trouble::caseId, Function.identity()));
    for (var entry : entries) {
      var trouble = troubles.get(entry.caseId());
      if (trouble != null) {
        follow(entry, trouble);
      }
    }
  }

  private void follow(Entry entry, Trouble trouble) {
    switch (entry.act()) {
      case FIX, WITHDRAW -> {
        if (sql.close(trouble, entry.at())) {
          mark(entry, trouble, Station.Condition.WORKING, "working");
        }
      }
      case OBJECT -> {
        if (sql.reopen(trouble)) {
          mark(entry, trouble, Station.Condition.REPORTED, "reported");
        }
      }
      default -> {
        // every other act leaves the station as it is
      }
    }
  }

  private void mark(Entry entry, Trouble trouble, Station.Condition condition, String what) {
    boolean facility = trouble.kind() == Trouble.Kind.BROKEN;
    if (facility && stations.mark(trouble.station(), trouble.subject(), condition, entry.at())) {
      stations.log(
          trouble.station(), new Change(entry.at(), entry.actor(), what, trouble.subject()));
    }
  }
}
