package org.bihuan.services.league.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Text;
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

  /** What is answered where a rule fires, in the order of the questions. */
  public List<Text> said(Rule rule) {
    return questions.stream()
        .flatMap(
            question ->
                question.choices().stream()
                    .filter(
                        choice ->
                            rule.when()
                                .getOrDefault(question.id(), List.of())
                                .contains(choice.id())))
        .map(LeagueQuestion.Choice::text)
        .toList();
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
  public Recommendation advise(Map<String, String> given) {
    var read = new LinkedHashMap<String, String>();
    for (var question : questions) {
      if (!question.asked(read)) {
        continue;
      }
      var word = given.getOrDefault(question.id(), "").strip();
      if (word.isEmpty()) {
        return new Recommendation.Asks(question, read);
      }
      var choice = question.read(word);
      if (choice.isEmpty()) {
        return new Recommendation.Unknown(question, word);
      }
      read.put(question.id(), choice.get().id());
    }
    return new Recommendation.Fires(firing(read).orElseThrow(), read);
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

  /** What the table says to some answers. */
  public sealed interface Recommendation {

    /** The answers are enough: this rule fires. */
    record Fires(Rule rule, Map<String, String> answers) implements Recommendation {

      public Fires {
        answers = Map.copyOf(answers);
      }
    }

    /** One more question is needed. */
    record Asks(LeagueQuestion question, Map<String, String> answers) implements Recommendation {

      public Asks {
        answers = Map.copyOf(answers);
      }
    }

    /** An answer is none of those the question knows. */
    record Unknown(LeagueQuestion question, String word) implements Recommendation {}
  }
}
