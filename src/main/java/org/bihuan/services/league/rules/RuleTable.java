package org.bihuan.services.league.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The decision table: plain answers in, the one rule that fires out. Read from {@code
 * league/rules.yaml}, with what a province changes over it.
 */
public final class RuleTable {

  /** The plan lets the person be asked so many questions and no more. */
  private static final int MOST_QUESTIONS = 3;

  private final List<LeagueQuestion> questions;
  private final List<Rule> rules;

  private RuleTable(List<LeagueQuestion> questions, List<Rule> rules) {
    this.questions = questions;
    this.rules = rules;
    var faults = faults(Map.of(), 0, new ArrayList<>());
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the League's rules: " + String.join("; ", faults));
    }
  }

  /**
   * The table of a district; throws {@link IllegalStateException} if some answers lead nowhere, or
   * past three questions.
   *
   * @param district six digits; the first two name the province
   */
  public static RuleTable of(int district) {
    var path = "league/provinces/" + district / 10_000 + ".yaml";
    boolean own = new ClassPathResource(path).exists();
    var base = DataFile.resource("league/rules.yaml");
    return own ? of(base, DataFile.resource(path)) : of(base);
  }

  /** The table of some files, later ones over earlier ones. */
  static RuleTable of(DataFile... files) {
    List<LeagueQuestion> questions = List.of();
    List<Rule> rules = List.of();
    for (var data : files) {
      var file = data.as(RuleFile.class);
      questions = RuleFile.over(questions, file.asked(), LeagueQuestion::id);
      rules = RuleFile.over(rules, file.ruled(), Rule::id);
    }
    return new RuleTable(questions, rules);
  }

  /** All questions, in order. */
  public List<LeagueQuestion> questions() {
    return questions;
  }

  /** All rules, in order. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rule with this id. */
  public Optional<Rule> find(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /**
   * What these answers come to. Answers to questions that were not to be asked are left aside.
   *
   * @param given question to answer: the choice's id, its text, or a word known for it
   */
  public Advice advise(Map<String, String> given) {
    var read = new LinkedHashMap<String, String>();
    for (var question : questions) {
      if (!question.asked(read)) {
        continue;
      }
      var word = given.getOrDefault(question.id(), "").strip();
      if (word.isEmpty()) {
        return new Advice.Asks(question, read);
      }
      var choice = question.read(word);
      if (choice.isEmpty()) {
        return new Advice.Unknown(question, word);
      }
      read.put(question.id(), choice.get().id());
    }
    return new Advice.Fires(firing(read).orElseThrow(), read);
  }

  private Optional<Rule> firing(Map<String, String> answers) {
    return rules.stream().filter(rule -> Rule.matches(rule.when(), answers)).findFirst();
  }

  /** Walks every way through the questions. */
  private List<String> faults(Map<String, String> answers, int from, List<String> found) {
    for (int i = from; i < questions.size(); i++) {
      var question = questions.get(i);
      if (question.asked(answers)) {
        if (answers.size() == MOST_QUESTIONS) {
          found.add("more than " + MOST_QUESTIONS + " questions after " + answers);
          return found;
        }
        for (var choice : question.choices()) {
          var next = new LinkedHashMap<>(answers);
          next.put(question.id(), choice.id());
          faults(next, i + 1, found);
        }
        return found;
      }
    }
    if (firing(answers).isEmpty()) {
      found.add("no rule for " + answers);
    }
    return found;
  }

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
}
