package org.bihuan.foundation.policy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.DataFile;
import org.springframework.stereotype.Component;

/**
 * The one table of who may see what, from {@code policy/policy.yaml}. A file that contradicts
 * itself stops the start.
 */
@Component
public class Policy {

  private final Map<String, PolicyRule> rules = new LinkedHashMap<>();
  private final Map<String, PolicyRule> routes = new LinkedHashMap<>();
  private final PolicyFile file;

  Policy() {
    this(DataFile.resource("policy/policy.yaml"));
  }

  Policy(DataFile data) {
    file = data.as(PolicyFile.class);
    file.rules().forEach((name, entry) -> rules.put(name, PolicyReading.rule(name, entry)));
    for (var entry : file.routes()) {
      var rule = rules.get(entry.rule());
      if (rule == null) {
        throw new IllegalStateException(entry.route() + ": no rule " + entry.rule());
      }
      if (routes.put(entry.route(), rule) != null) {
        throw new IllegalStateException(entry.route() + " stands twice in the policy");
      }
    }
    if (!new HashSet<>(routes.values()).containsAll(rules.values())) {
      throw new IllegalStateException("a rule of the policy has no route");
    }
  }

  /**
   * How a value of a person is shown.
   *
   * @param field its name
   * @param example an invented one
   * @param masked the same masked
   * @param shown by place: full, masked or absent
   * @param source the law, or ours
   */
  public record Mask(
      String field, String example, String masked, Map<String, String> shown, String source) {

    public Mask {
      shown = Map.copyOf(shown);
    }
  }

  /** How long a reason to reveal something is, in characters. */
  public record ReasonLength(int least, int most, String source) {}

  /** The rule of a route; every route of the house has one. */
  public PolicyRule of(String route) {
    var rule = routes.get(route);
    if (rule == null) {
      throw new IllegalArgumentException("the policy has no route " + route);
    }
    return rule;
  }

  /** Every route with its rule, in the order of the file. */
  public Map<String, PolicyRule> routes() {
    return Map.copyOf(routes);
  }

  /** What somebody may be shown in full once they may reveal at all. */
  public Set<String> reveals(Actor actor) {
    var fields = new HashSet<String>();
    actor.roles().forEach(r -> fields.addAll(file.reveals().getOrDefault(r.code(), List.of())));
    return fields;
  }

  public ReasonLength reason() {
    var reason = file.reason();
    return new ReasonLength(reason.least(), reason.most(), reason.source());
  }

  /** How each value of a person is shown where. */
  public List<Mask> masks() {
    return file.masks().stream()
        .map(m -> new Mask(m.field(), m.example(), m.masked(), m.shown(), m.source()))
        .toList();
  }

  /** The whole table for people, as Markdown. */
  public String printed() {
    return new PolicyPrint(file, rules).markdown();
  }
}
