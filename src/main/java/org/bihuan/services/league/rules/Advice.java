package org.bihuan.services.league.rules;

import java.util.Map;

/** What the table says to some answers. */
public sealed interface Advice {

  /** The answers are enough: this rule fires. */
  record Fires(Rule rule, Map<String, String> answers) implements Advice {

    public Fires {
      answers = Map.copyOf(answers);
    }
  }

  /** One more question is needed. */
  record Asks(LeagueQuestion question, Map<String, String> answers) implements Advice {

    public Asks {
      answers = Map.copyOf(answers);
    }
  }

  /** An answer is none of those the question knows. */
  record Unknown(LeagueQuestion question, String word) implements Advice {}
}
