package org.bihuan.services.league.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.shared.Text;

/**
 * One plain question to a graduate.
 *
 * @param id its key among the answers
 * @param when earlier answers under which it is asked; empty means always
 * @param text the question
 * @param choices what can be answered, in order
 */
public record LeagueQuestion(
    String id, Map<String, List<String>> when, Text text, List<Choice> choices) {

  public LeagueQuestion {
    when = Map.copyOf(when);
    choices = List.copyOf(choices);
  }

  /**
   * One answer.
   *
   * @param also other words that mean it, as they stand in rolls
   */
  public record Choice(String id, Text text, List<String> also) {

    public Choice {
      also = List.copyOf(also);
    }

    boolean means(String word) {
      return id.equals(word)
          || text.zh().equals(word)
          || text.en().toLowerCase(Locale.ROOT).equals(word)
          || also.contains(word);
    }
  }

  /** The choice a word means: its id, its text, or one of the words known for it. */
  public Optional<Choice> read(String word) {
    var plain = word.strip().toLowerCase(Locale.ROOT);
    return choices.stream().filter(choice -> choice.means(plain)).findFirst();
  }

  /** True if the answers so far lead to this question. */
  boolean asked(Map<String, String> answers) {
    return Rule.matches(when, answers);
  }
}
