package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.foundation.people.Checked.Invalid;
import org.bihuan.foundation.people.Checked.Valid;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeRulesTests {

  private static String fault(String raw) {
    return switch (CreditCode.parse("f", raw)) {
      case Valid<CreditCode>(var code) -> "none";
      case Invalid<CreditCode>(var error) -> error.code();
    };
  }

  @Nested
  class Parsing {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "91350100M000100Y43",
          "91110000802100433B",
          "9144030071526726XG",
          "11140213MB0000019A",
          "52140213MJ0000018E",
          "91140213MA0000015K"
        })
    void acceptsTheVectors(String code) {
      assertThat(fault(code)).isEqualTo("none");
    }

    @Test
    void acceptsSmallLettersAndBlanks() {
      assertThat(CreditCode.parse("f", "9135 0100 m000100y43"))
          .isEqualTo(CreditCode.parse("f", "91350100M000100Y43"));
    }

    @Test
    void refusesEveryOtherLastCharacter() {
      "0123456789ABCDEFGHJKLMNPQRTUWXY"
          .chars()
          .filter(c -> c != '3')
          .forEach(c -> assertThat(fault("91350100M000100Y4" + (char) c)).isEqualTo("checksum"));
    }

    /** The outer check is right, the inner one is not: 5 became 6, and the last K became 6. */
    @Test
    void refusesABodyThatDoesNotAddUp() {
      var wrongBody = "91140213MA0000016";
      var anyLast = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().mapToObj(c -> wrongBody + (char) c);
      assertThat(anyLast.map(CreditCodeRulesTests::fault))
          .containsOnlyOnce("body")
          .doesNotContain("none");
    }

    @ParameterizedTest
    @CsvSource({
      "'',form",
      "91350100M000100Y4,form",
      "91350100M000100Y433,form",
      "9135010OM000100Y43,form",
      "91350100I000100Y43,form",
      "ß1350100M000100Y43,form"
    })
    void refusesWhatCannotBeACode(String code, String fault) {
      assertThat(fault(code)).isEqualTo(fault);
    }
  }
}
