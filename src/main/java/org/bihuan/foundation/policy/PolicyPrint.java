package org.bihuan.foundation.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table as a page of Markdown. */
final class PolicyPrint {

  private final PolicyFile file;
  private final Map<String, PolicyRule> rules;
  private final StringBuilder page = new StringBuilder();

  PolicyPrint(PolicyFile file, Map<String, PolicyRule> rules) {
    this.file = file;
    this.rules = rules;
  }

  String markdown() {
    page.append(
        """
        # Who may see what

        Printed from `src/main/resources/policy/policy.yaml`; the build compares. Every route of the house has one row here and every
        row a route; `RoutesTests` and `PolicyTableApiTests` call them. *allow* shows everything the route has, *mask* the matter with
        its person masked, *hide* answers as if there were no such matter, *deny* says that the route is not for this part.

        """);
    routes();
    rules.values().forEach(this::rule);
    reveals();
    masks();
    return page.toString();
  }

  private void routes() {
    page.append("## Routes\n\n");
    row(List.of("route", "rule"));
    row(List.of("---", "---"));
    file.routes().forEach(r -> row(List.of("`" + r.route() + "`", r.rule())));
  }

  private void rule(PolicyRule rule) {
    page.append("\n## ").append(rule.name()).append("\n\n");
    page.append(rule.says().en()).append(" (").append(rule.says().zh()).append("). ");
    page.append("Source: ").append(rule.source()).append(".\n\n");
    var relations = Arrays.asList(Relation.values());
    row(Stream.concat(Stream.of("part"), relations.stream().map(Relation::code)).toList());
    row(Stream.concat(Stream.of("part"), relations.stream()).map(c -> "---").toList());
    for (var part : PolicyRule.PARTS) {
      var cells = relations.stream().map(r -> rule.sight(part, r).code());
      row(Stream.concat(Stream.of(part), cells).toList());
    }
  }

  private void reveals() {
    page.append("\n## What may be revealed\n\n");
    page.append(
        "With a reason of %d to %d characters (%s), which is logged with the value.\n\n"
            .formatted(file.reason().least(), file.reason().most(), file.reason().source()));
    row(List.of("part", "values"));
    row(List.of("---", "---"));
    PolicyRule.PARTS.stream()
        .filter(file.reveals()::containsKey)
        .forEach(
            p -> row(List.of(p, String.join(", ", file.reveals().getOrDefault(p, List.of())))));
  }

  private void masks() {
    page.append("\n## Masks\n\n");
    var places =
        file.masks().stream()
            .map(m -> m.shown().keySet())
            .flatMap(Collection::stream)
            .sorted()
            .collect(Collectors.toCollection(LinkedHashSet::new));
    row(Stream.concat(Stream.of("value", "example", "masked", "source"), places.stream()).toList());
    row(Stream.concat(Stream.of("", "", "", ""), places.stream()).map(c -> "---").toList());
    for (var mask : file.masks()) {
      var head = Stream.of(mask.field(), mask.example(), mask.masked(), mask.source());
      var cells = places.stream().map(p -> mask.shown().getOrDefault(p, "absent"));
      row(Stream.concat(head, cells).toList());
    }
  }

  private void row(List<String> cells) {
    var escaped = cells.stream().map(c -> c.replace("|", "\\|").replace("*", "\\*")).toList();
    page.append("| ").append(String.join(" | ", escaped)).append(" |\n");
  }
}
