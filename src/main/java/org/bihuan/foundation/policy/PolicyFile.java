package org.bihuan.foundation.policy;

import java.util.List;
import java.util.Map;

/**
 * The file of the policy as written.
 *
 * @param version raised with every change
 * @param rules by name
 * @param routes every route there is, with the rule it keeps
 * @param reveals what each part may be shown in full, for a reason
 * @param reason how long a reason is
 * @param masks how each value is shown where
 */
record PolicyFile(
    int version,
    Map<String, RuleEntry> rules,
    List<RouteEntry> routes,
    Map<String, List<String>> reveals,
    Reason reason,
    List<MaskEntry> masks) {

  /** A rule: what it says, where it comes from, and its cells. */
  record RuleEntry(String zh, String en, String source, List<CellEntry> cells) {}

  /** Some parts, standing so to a matter, get this. */
  record CellEntry(List<String> parts, List<String> relations, String sight) {}

  /** A route, for example {@code GET /desk/cases/{number}}, and its rule. */
  record RouteEntry(String route, String rule) {}

  /** How many characters a reason has. */
  record Reason(int least, int most, String source) {}

  /** A value of a person, an example masked, and how each place shows it. */
  record MaskEntry(
      String field, String example, String masked, Map<String, String> shown, String source) {}
}
