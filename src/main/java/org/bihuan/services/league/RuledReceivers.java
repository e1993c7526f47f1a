package org.bihuan.services.league;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Organisations;
import org.bihuan.services.league.rules.Rule;
import org.bihuan.services.league.rules.RuleTable.Recommendation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the table proposes for a member: the rule, and the receiver where only one comes in
 * question.
 */
@Component
public class RuledReceivers {

  private final Rulebook rulebook;
  private final Organisations organisations;

  RuledReceivers(Rulebook rulebook, Organisations organisations) {
    this.rulebook = rulebook;
    this.organisations = organisations;
  }

  /**
   * A rule that fires for a member.
   *
   * @param receiver where it leads; absent if the member must say which
   */
  public record Proposal(Rule rule, @Nullable Organisation receiver) {}

  /** By what the member said; empty while a question is open. */
  public Optional<Proposal> of(Member member) {
    return rulebook.table().advise(member.answers()) instanceof Recommendation.Fires(var rule, _)
        ? Optional.of(proposal(rule, member))
        : Optional.empty();
  }

  /** By a rule somebody chose; empty if there is none such. */
  public Optional<Proposal> of(Member member, String rule) {
    return rulebook.table().find(rule).map(found -> proposal(found, member));
  }

  private Proposal proposal(Rule rule, Member member) {
    var only = Destinations.only(rule, member, organisations.tree());
    return new Proposal(rule, only.orElse(null));
  }

  /** Everywhere a rule can lead a member. */
  public List<Organisation> receivers(Member member, Rule rule) {
    return Destinations.all(rule, member, organisations.tree());
  }

  /** The answers under which a rule fires. */
  public static Map<String, String> answers(Rule rule) {
    var answers = new HashMap<String, String>();
    rule.when().forEach((question, choices) -> answers.put(question, choices.getFirst()));
    return answers;
  }
}
