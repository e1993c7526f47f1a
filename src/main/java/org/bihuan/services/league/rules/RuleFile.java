package org.bihuan.services.league.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A file of the decision table as written.
 *
 * @param version raised with every change
 */
record RuleFile(
    int version, String source, @Nullable List<Asked> questions, @Nullable List<Line> rules) {

  /** A question as written. */
  record Asked(
      String id,
      @Nullable Map<String, List<String>> when,
      String zh,
      String en,
      List<Choice> choices) {

    LeagueQuestion question() {
      return new LeagueQuestion(
          id,
          when == null ? Map.of() : when,
          new Text(zh, en),
          choices.stream().map(Choice::choice).toList());
    }
  }

  /** A choice as written. */
  record Choice(String id, String zh, String en, @Nullable List<String> also) {

    LeagueQuestion.Choice choice() {
      return new LeagueQuestion.Choice(id, new Text(zh, en), also == null ? List.of() : also);
    }
  }

  /** A rule as written, its span still in single numbers. */
  record Line(
      String id,
      String situation,
      Map<String, List<String>> when,
      String to,
      String does,
      @Nullable String fallback,
      @Nullable Integer months,
      @Nullable Integer most,
      Words title,
      Words why,
      Rule.Source source) {

    Rule rule() {
      return new Rule(
          id,
          situation,
          when,
          Rule.Does.valueOf(does.toUpperCase(Locale.ROOT)),
          to,
          fallback,
          months == null ? null : new Rule.Span(months, most),
          title.text(),
          why.text(),
          source);
    }
  }

  /** A text as written. */
  record Words(String zh, String en) {

    Text text() {
      return new Text(zh, en);
    }
  }

  List<LeagueQuestion> asked() {
    return questions == null ? List.of() : questions.stream().map(Asked::question).toList();
  }

  List<Rule> ruled() {
    return rules == null ? List.of() : rules.stream().map(Line::rule).toList();
  }

  /** Later ones in place of those with the same id; new ones before all others. */
  static <T> List<T> over(List<T> known, List<T> later, Function<T, String> id) {
    var merged = new ArrayList<T>();
    for (var one : later) {
      if (known.stream().noneMatch(k -> id.apply(k).equals(id.apply(one)))) {
        merged.add(one);
      }
    }
    for (var one : known) {
      merged.add(
          later.stream()
              .filter(l -> Objects.equals(id.apply(l), id.apply(one)))
              .findFirst()
              .orElse(one));
    }
    return List.copyOf(merged);
  }
}
