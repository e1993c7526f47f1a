package org.bihuan.loop.procedures;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bihuan.loop.procedures.Conditions.Given;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ConditionsRulesTests {

  private final Conditions conditions = new Conditions();

  private static Given given(String facts) {
    return new Given(
        JsonMapper.shared().readTree(facts), "noise", "phone", Map.of("call-unreached", 3));
  }

  @Nested
  class Holding {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            has(facts.danger) && facts.danger                             | {"danger": true}  | true
            has(facts.danger) && facts.danger                             | {"danger": false} | false
            has(facts.danger) && facts.danger                             | {}                | false
            has(facts.danger)                                             | {"danger": null}  | false
            facts.area > 500                                              | {"area": 501}     | true
            facts.area > 500.5                                            | {"area": 500.25}  | false
            'x' in facts.materials                                        | {"materials": ["x"]} | true
            item == 'noise' && channel == 'phone'                         | {}                | true
            'call-unreached' in done && done['call-unreached'] >= 3       | {}                | true
            'call-unreached' in done && done['call-unreached'] >= 4       | {}                | false
            """)
    void followsTheFacts(String when, String facts, boolean holds) {
      assertThat(conditions.evaluate(when, given(facts)))
          .isEqualTo(new Conditions.Outcome(holds, null));
    }

    @Test
    void isAlwaysSoWithoutACondition() {
      assertThat(conditions.holds(null, given("{}"))).isTrue();
    }
  }

  @Nested
  class Failing {

    @ParameterizedTest
    @ValueSource(strings = {"facts.missing > 3", "facts.name > 3", "facts.name", "1 +", "nobody"})
    void meansNoAndSaysWhy(String when) {
      var outcome = conditions.evaluate(when, given("{\"name\": \"x\"}"));
      assertThat(outcome.holds()).isFalse();
      assertThat(outcome.problem()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 +", "nobody == 1", "'text'", "1 + 1"})
    void isFoundBeforeAnyMatterRuns(String when) {
      assertThat(Conditions.problem(when)).isPresent();
    }
  }

  @Nested
  class ChoosingATier {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            {"danger": true, "complex": true} | 2 hour
            {"utilities": true}               | 24 hour
            {"complex": true}                 | 15 day
            {"danger": "much"}                | 7 day
            {}                                | 7 day
            """)
    void takesTheFirstThatHolds(String facts, String limit) {
      var clock = requireNonNull(Procedures.shipped().latest("appeal").clocks().get("handling"));
      assertThat(conditions.tierOf(clock, given(facts)).limit()).hasToString(limit);
    }
  }
}
