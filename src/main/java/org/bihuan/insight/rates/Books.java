package org.bihuan.insight.rates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.shared.ChinaTime;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Enters what changed: the line of each thing that counts, and by the difference every sum it is
 * part of. A line that was there keeps its day and its unit and changes how it counts.
 */
@Component
class Books {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FactSql facts;
  private final CellSql cells;

  Books(FactSql facts, CellSql cells) {
    this.facts = facts;
    this.cells = cells;
  }

  private record CellKey(String unit, Face face, String grain, LocalDate start, String name) {}

  void enter(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    var before = new HashMap<Change.Key, Change>();
    var cases = changes.stream().map(change -> change.key().caseId()).distinct().toList();
    facts.of(cases).forEach(fact -> before.put(fact.key(), fact));
    var after = new LinkedHashMap<Change.Key, Change>();
    changes.forEach(
        change -> after.merge(change.key(), revised(before, change), (old, now) -> kept(old, now)));
    after.values().forEach(facts::put);
    add(before, after.values());
  }

  private static Change revised(Map<Change.Key, Change> before, Change change) {
    var old = before.get(change.key());
    return old == null ? change : kept(old, change);
  }

  /** The last word counts, on the day of the first. */
  private static Change kept(Change old, Change now) {
    return new Change(old.key(), now.weight(), now.reason(), old.at(), old.where());
  }

  private void add(Map<Change.Key, Change> before, Collection<Change> after) {
    var sums = new HashMap<CellKey, Map<String, Long>>();
    for (var change : after) {
      var old = before.get(change.key());
      if (old == null || old.weight() != change.weight()) {
        count(sums, change, 1);
        if (old != null) {
          count(sums, old, -1);
        }
      }
    }
    if (!sums.isEmpty()) {
      cells.add(JSON.writeValueAsString(rows(sums)), sums.size());
    }
  }

  private static void count(Map<CellKey, Map<String, Long>> sums, Change change, long n) {
    var column = column(change.key().rate(), change.weight());
    cells(change)
        .forEach(
            key -> sums.computeIfAbsent(key, _ -> new HashMap<>()).merge(column, n, Long::sum));
  }

  /** The name of a count in the table. */
  static String column(Rate rate, Weight weight) {
    return rate.code() + "_" + weight.code();
  }

  /**
   * Every sum something is part of: of the district and of its unit, by each face, day and month.
   */
  private static List<CellKey> cells(Change change) {
    var day = ChinaTime.day(change.at());
    var keys = new ArrayList<CellKey>();
    for (var face : Face.values()) {
      var name = change.where().name(face);
      for (var unit : List.of("", change.where().unit())) {
        keys.add(new CellKey(unit, face, "day", day, name));
        keys.add(new CellKey(unit, face, "month", day.withDayOfMonth(1), name));
      }
    }
    return keys;
  }

  private static ArrayNode rows(Map<CellKey, Map<String, Long>> sums) {
    var rows = JSON.createArrayNode();
    sums.forEach(
        (key, counts) -> {
          var row = rows.addObject().put("unit", key.unit()).put("face", key.face().code());
          row.put("grain", key.grain()).put("start", key.start().toString());
          row.put("name", key.name());
          for (var rate : Rate.values()) {
            for (var weight : Weight.values()) {
              var column = column(rate, weight);
              row.put(column, counts.getOrDefault(column, 0L));
            }
          }
        });
    return rows;
  }

  /** What was raised or closed just now may be the same again. */
  void comeBack(Collection<UUID> closed, Collection<UUID> opened, int days) {
    enter(
        facts.back(closed, opened, days).stream()
            .map(f -> new Change(f.key(), Weight.YES, "again", f.at(), f.where()))
            .toList());
  }
}
