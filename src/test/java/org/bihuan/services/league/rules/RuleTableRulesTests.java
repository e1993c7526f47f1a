package org.bihuan.services.league.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.services.league.rules.RuleTable.Recommendation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seven situations of the plan, in the words of the plan. */
class RuleTableRulesTests {

  private static final RuleTable TABLE = RuleTable.of(140213);

  private static Map<String, String> answers(String... words) {
    var answers = new HashMap<String, String>();
    var questions = new String[] {"next", "organised", "place", "stay"};
    for (int i = 0; i < words.length; i++) {
      answers.put(questions[i], words[i] == null ? "" : words[i]);
    }
    return answers;
  }

  @Nested
  class Asking {

    @Test
    void isRefusedForAnAnswerNobodyKnows() {
      assertThat(TABLE.advise(answers("去月球")))
          .isEqualTo(new Recommendation.Unknown(TABLE.questions().getFirst(), "去月球"));
    }

    @Test
    void goesOnUntilOneRuleFiresAndAsksThreeThingsAtMost() {
      assertThat(TABLE.advise(Map.of())).isInstanceOf(Recommendation.Asks.class);
      var second = (Recommendation.Asks) TABLE.advise(answers("work"));
      assertThat(second.question().id()).isEqualTo("organised");
      var third = (Recommendation.Asks) TABLE.advise(answers("work", "no"));
      assertThat(third.question().id()).isEqualTo("place");
      assertThat(TABLE.advise(answers("work", "no", "platform")))
          .isInstanceOf(Recommendation.Fires.class);
    }

    @Test
    void leavesAnswersAsideThatWereNotAskedFor() {
      var fires =
          (Recommendation.Fires) TABLE.advise(answers("army", "no", "street-nonsense", "never"));
      assertThat(fires.rule().id()).isEqualTo("army");
      assertThat(fires.answers()).containsOnlyKeys("next");
    }
  }

  @Nested
  class Firing {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "升学///|study|school|TRANSFER",
          "自主创业/有//|employer|enterprise|TRANSFER",
          "灵活就业/是//|employer|enterprise|TRANSFER",
          "就业/没有/经常居住地/|residence-street|residence|TRANSFER",
          "就业/无/单位所在地/|workplace-street|workplace|TRANSFER",
          "work/no/行业协会/|association|association|TRANSFER",
          "work/false/平台企业/|platform|platform|TRANSFER",
          "work/否/合作企业/|partner|partner|TRANSFER",
          "参军入伍///|army|special|TRANSFER",
          "未就业///转出|home|residence|TRANSFER",
          "未升学未就业///保留|keep|floating|HOLD",
          "出国（境）///|abroad|abroad|TRANSFER",
          "延迟毕业///|delayed|delayed|MARK",
        })
    void leadsWhereThePlanSays(String said, String rule, String to, String does) {
      var fires = (Recommendation.Fires) TABLE.advise(answers(said.split("/", -1)));
      assertThat(fires.rule().id()).isEqualTo(rule);
      assertThat(fires.rule().to()).isEqualTo(to);
      assertThat(fires.rule().does().name()).isEqualTo(does);
      assertThat(fires.rule().source().text()).isNotBlank();
    }

    @Test
    void holdsForSixMonthsAndNeverLongerThanAYear() {
      assertThat(TABLE.find("keep").orElseThrow().span()).isEqualTo(new Rule.Span(6, 12));
      assertThat(TABLE.find("study").orElseThrow().span()).isEqualTo(new Rule.Span(1, null));
    }

    @Test
    void knowsSevenSituations() {
      assertThat(TABLE.rules())
          .extracting(Rule::situation)
          .containsOnly(
              "study", "employed", "unorganised", "army", "unemployed", "abroad", "delayed");
    }
  }

  @Nested
  class OfAProvince {

    private static final String OWN =
        """
        version: 1
        source: 省里的说法
        rules:
          - id: army
            situation: army
            when: {next: [army]}
            to: floating
            does: transfer
            title: {zh: 县流动团员团支部, en: County branch}
            why: {zh: 本省另有规定, en: The province says otherwise}
            source: {text: 省指引, origin: local}
        """;

    @Test
    void replacesARuleAndLeavesTheOthers() {
      var table = RuleTable.of(DataFile.resource("league/rules.yaml"), new DataFile(OWN));
      assertThat(table.find("army").orElseThrow().to()).isEqualTo("floating");
      assertThat(table.rules()).hasSameSizeAs(TABLE.rules());
    }

    @Test
    void isRefusedWhereSomeAnswersLeadNowhere() {
      var hole = OWN.replace("next: [army]", "next: [army], organised: ['yes']");
      assertThatThrownBy(
              () -> RuleTable.of(DataFile.resource("league/rules.yaml"), new DataFile(hole)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("army");
    }
  }

  @Test
  void datesAreThoseOfThePlanAndGoOnUntilTheNextYearIsPublished() {
    var dates = Dates.shipped();
    assertThat(dates.of(2026).submitted()).isEqualTo(LocalDate.of(2026, 8, 31));
    assertThat(dates.of(2026).reviewed()).isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(dates.of(2026).moved()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(dates.of(2028).moved()).isEqualTo(LocalDate.of(2028, 10, 31));
    assertThat(dates.published(2028)).isFalse();
  }
}
