package org.bihuan.loop.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BigramsRulesTests {

  @Test
  void takesEveryPairAndTheLastCharacter() {
    assertThat(Bigrams.of("路灯不亮")).containsExactly("路灯", "灯不", "不亮", "亮");
  }

  @Test
  void hasNothingForNothing() {
    assertThat(Bigrams.of("")).isEmpty();
  }

  @Test
  void keepsCharactersOfTwoHalvesWhole() {
    assertThat(Bigrams.of("𠮷野家")).containsExactly("𠮷野", "野家", "家");
  }

  @Test
  void takesCapitalsForSmallLetters() {
    assertThat(Bigrams.of("WiFi")).isEqualTo(Bigrams.of("wifi"));
  }

  @Test
  void asksForAllPairsOfATextAndForTheBeginningOfOneCharacter() {
    assertThat(Bigrams.query("不亮了")).isEqualTo("'不亮' & '亮了'");
    assertThat(Bigrams.query("亮")).isEqualTo("'亮':*");
  }

  @Test
  void writesQuotesAndBackslashesSoThatTheyMeanThemselves() {
    assertThat(Bigrams.query("'\\")).isEqualTo("'''\\\\'");
    assertThat(Bigrams.stored(Bigrams.of("a'"))).isEqualTo("'a''' ''''");
  }
}
