package org.bihuan.loop.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.procedures.ProcedureFixtures.unproved;

import java.util.List;
import org.bihuan.loop.procedures.Machine.Configuration;
import org.bihuan.loop.procedures.Machine.Configuration.Mark;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not close is refused, with the rule, the sentence and the path that breaks it. */
class ProofRulesTests {

  private static final String BROKEN =
      """
      rule-1-unreachable        | 1 | 'forgotten' is never reached         |
      rule-1-no-end             | 1 | from 'stuck' no end                  | open overdue park
      rule-1-condition-only     | 1 | from 'supervised' no end             | open overdue
      rule-2-no-owner           | 2 | 'working' has no owner               | open
      rule-2-no-clock           | 2 | in 'waiting' no clock runs           | open look
      rule-2-run-out            | 2 | in 'working' only clocks that have   | open overdue
      rule-2-stopped            | 2 | in 'hearing' no clock runs           | open suspend
      rule-2-stands-still       | 2 | in 'hearing' no clock runs           | open suspend
      rule-2-no-expiry          | 2 | 'work' runs out in 'checking'        | open look
      rule-2-conditional-expiry | 2 | 'work' runs out in 'working'         | open
      rule-2-expiry-by-people   | 2 | 'work' runs out in 'working'         | open
      rule-3-waits              | 3 | 'asking' waits for the applicant     | open ask
      rule-4-unanswered         | 4 | 'closed' ends the matter without an  | open drop
      rule-4-unconfirmed        | 4 | without the person's word            | open answer
      rule-4-reopened           | 4 | 'closed' ends the matter without an  | open dismiss
      rule-5-left-running       | 5 | 'extra' is still on at the end       | open answer
      rule-5-left-paused        | 5 | 'work' is still on at the end        | open decide
      rule-5-begun-twice        | 5 | 'work' is begun while it is on       | open again
      rule-5-stopped-twice      | 5 | 'work' is stopped while it does not  | open look look-again
      rule-5-resumed            | 5 | 'work' is resumed while it is not    | open resume
      rule-5-loop               | 5 | round for ever: away → back          | open away back
      rule-6-nobody             | 6 | 'answer' does not say who            | open answer
      rule-6-own-work           | 6 | 'answer' is open to 'handler'        | open answer
      rule-6-not-fresh          | 6 | 'answer' by 'caller' needs the flag  | open answer
      rule-6-clerk-alone        | 6 | 'answer' by 'clerk' needs the flag   | open answer
      rule-6-clock              | 6 | 'overdue' is open to 'system'        | open overdue
      """;

  @Test
  void theSmallestLoopCloses() {
    assertThat(Proof.of(unproved("closes"), List.of())).isInstanceOf(Proof.Closes.class);
  }

  @Nested
  class Refusing {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = BROKEN)
    void namesTheRuleAndTheShortestPath(String file, int rule, String sentence, String path) {
      var proof = Proof.of(unproved(file), List.of());
      assertThat(proof).isInstanceOf(Proof.Breaks.class);
      var found = ((Proof.Breaks) proof).counterexamples();
      var wanted = path == null ? List.<String>of() : List.of(path.split(" "));
      assertThat(found)
          .as(found.toString())
          .anySatisfy(
              counterexample -> {
                assertThat(counterexample.rule()).isEqualTo(rule);
                assertThat(counterexample.sentence().en()).contains(sentence);
                assertThat(counterexample.path()).isEqualTo(wanted);
              });
      assertThat(found).allMatch(other -> other.rule() == rule, "breaks no other rule");
    }
  }

  @Test
  void findsWhatOnlyTheClocksOfAnItemBreak() {
    var procedure = Procedures.shipped().latest("licence");
    var item = ProcedureFixtures.itemBeginning("decision", "suspension");
    var proof = Proof.of(procedure, List.of(item));
    assertThat(proof).isInstanceOf(Proof.Breaks.class);
    assertThat(((Proof.Breaks) proof).counterexamples())
        .allMatch(counterexample -> "odd".equals(counterexample.item()));
  }

  /** The control: a proof that does not see clocks stand still takes a broken file for sound. */
  @Test
  void wouldMissAPlantedDefectIfItDidNotKeepTheMarks() {
    var procedure = unproved("rule-2-stands-still");
    assertThat(Prover.prove(procedure, List.of(), ProofRulesTests::withoutStops))
        .isInstanceOf(Proof.Closes.class);
    assertThat(Prover.prove(procedure, List.of())).isInstanceOf(Proof.Breaks.class);
  }

  private static Configuration withoutStops(Configuration at) {
    var seen = at;
    for (int clock = 0; clock < 20; clock++) {
      if (at.mark(clock) == Mark.PAUSED) {
        seen = seen.with(clock, Mark.RUNNING);
      }
    }
    return seen;
  }
}
