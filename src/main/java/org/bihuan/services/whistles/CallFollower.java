package org.bihuan.services.whistles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.loop.procedures.ActRule;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Keeps what became of every department that was called. */
@Component
class CallFollower implements Follower {

  private static final Set<String> ANSWERS = Set.of("answer", "answer-late", "answer-by-phone");
  private static final Set<String> ARRIVALS = Set.of("arrive", "confirm-arrival");

  private static final Map<String, String> ENDS =
      Map.of(
          "finish", "finished",
          "finish-needless", "needless",
          "excuse", "excused",
          "rule-free", "excused",
          "cancel", "cancelled");

  private final Cases cases;
  private final CallSql sql;
  private final Calendars calendars;

  CallFollower(Cases cases, CallSql sql, Calendars calendars) {
    this.cases = cases;
    this.sql = sql;
    this.calendars = calendars;
  }

  @Override
  public String name() {
    return "whistles-calls";
  }

  @Override
  public void follow(List<Entry> entries) {
    entries.stream().filter(CallFollower::opens).forEach(this::opened);
    var known = sql.known(entries.stream().map(Entry::caseId).distinct().toList());
    entries.stream().filter(entry -> known.contains(entry.caseId())).forEach(this::moved);
  }

  /** Only a call has a task from a street; whether it is one, its file says. */
  private static boolean opens(Entry entry) {
    return entry.act().equals(ActRule.OPEN)
        && facts(entry).has("street")
        && facts(entry).has("task");
  }

  private void opened(Entry entry) {
    var id = new CaseId(entry.caseId());
    cases
        .find(id)
        .filter(file -> file.identity().procedure().equals(Whistles.CALL))
        .ifPresent(
            file -> {
              var parent = file.subject().parent();
              var facts = facts(entry);
              var whistle = parent == null ? id.value() : parent;
              sql.add(
                  new CallSql.Call(
                      id.value(),
                      whistle,
                      facts.path("street").asString(""),
                      facts.path("unit").asString(""),
                      facts.path("kind").asString(""),
                      facts.path("lead").asBoolean(false),
                      entry.at()));
            });
  }

  private void moved(Entry entry) {
    var id = entry.caseId();
    var act = entry.act();
    var end = ENDS.get(act);
    if (ANSWERS.contains(act)) {
      sql.answered(id, entry.at());
    } else if (ARRIVALS.contains(act)) {
      sql.arrived(id, entry.at());
    } else if (end != null) {
      sql.ended(id, entry.at(), end);
    } else {
      told(entry);
    }
  }

  private void told(Entry entry) {
    var id = entry.caseId();
    switch (entry.act()) {
      case "answer-overdue" -> sql.answerLate(id);
      case "arrival-overdue" -> sql.missed(id, entry.at(), listedOn(entry.at()));
      case "refuse" -> sql.refused(id, entry.at());
      case "rate" -> sql.rated(id, facts(entry).path("mark").asInt(0));
      default -> {} // what changes no figure
    }
  }

  /** The next working day: it is on that day's list of the district. */
  private LocalDate listedOn(Instant missed) {
    var calendar = calendars.current();
    var day = ChinaTime.day(missed).plusDays(1);
    while (!calendar.isWorkday(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static JsonNode facts(Entry entry) {
    var data = entry.content().data();
    return data == null ? MissingNode.getInstance() : data.path("facts");
  }
}
