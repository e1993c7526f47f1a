package org.bihuan.services.league.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * One line of the decision table.
 *
 * @param id its name
 * @param situation which of the seven situations it belongs to
 * @param when the answers under which it fires
 * @param does what happens to the membership
 * @param to what sort of organisation it leads to: school, enterprise, residence, workplace,
 *     association, platform, partner, special, floating, abroad, delayed
 * @param fallback where to if that one cannot take the member; absent where the plan names none
 * @param span months within which, and the most; null where the dates of the year are all
 * @param title the destination
 * @param why in plain words
 * @param source the line it rests on
 */
public record Rule(
    String id,
    String situation,
    Map<String, List<String>> when,
    Does does,
    String to,
    @Nullable String fallback,
    @Nullable Span span,
    Text title,
    Text why,
    Source source) {

  public Rule {
    when = Map.copyOf(when);
  }

  /** What a rule does to a membership. */
  public enum Does {
    /** It goes to another organisation, which reviews it. */
    TRANSFER,
    /** The school keeps it for a time. */
    HOLD,
    /** The school marks the member; nothing is reviewed. */
    MARK;

    /** The name in the file and on pages. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A length of time in calendar months.
   *
   * @param months after so many it is due
   * @param most never longer; null where the first is the end
   */
  public record Span(int months, @Nullable Integer most) {}

  /**
   * What a rule rests on.
   *
   * @param origin national, local or ours
   */
  public record Source(String text, String origin) {}

  static boolean matches(Map<String, List<String>> when, Map<String, String> answers) {
    return when.entrySet().stream()
        .allMatch(e -> e.getValue().contains(answers.getOrDefault(e.getKey(), "")));
  }
}
