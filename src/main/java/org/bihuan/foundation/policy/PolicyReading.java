package org.bihuan.foundation.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.foundation.shared.Text;

/** Reads a rule of the file: what it leaves out is hidden or denied. */
final class PolicyReading {

  private static final String EVERYONE = "everyone";
  private static final String ANY = "any";

  private PolicyReading() {}

  static PolicyRule rule(String name, PolicyFile.RuleEntry entry) {
    var cells = new TreeMap<String, Map<Relation, Sight>>();
    for (var cell : entry.cells()) {
      for (var part : parts(cell.parts())) {
        var row = cells.computeIfAbsent(part, p -> blank());
        relations(cell.relations()).forEach(r -> row.put(r, Sight.of(cell.sight())));
      }
    }
    return new PolicyRule(name, new Text(entry.zh(), entry.en()), entry.source(), cells);
  }

  private static Map<Relation, Sight> blank() {
    var row = new EnumMap<Relation, Sight>(Relation.class);
    List.of(Relation.values()).forEach(r -> row.put(r, Sight.HIDE));
    return row;
  }

  private static List<String> parts(List<String> named) {
    return named.contains(EVERYONE) ? PolicyRule.PARTS : named;
  }

  private static List<Relation> relations(List<String> named) {
    return named.contains(ANY)
        ? List.of(Relation.values())
        : named.stream().map(Relation::of).toList();
  }
}
