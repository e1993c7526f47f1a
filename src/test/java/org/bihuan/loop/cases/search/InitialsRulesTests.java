package org.bihuan.loop.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsRulesTests {

  @ParameterizedTest
  @CsvSource({
    "路灯不亮, ldbl",
    "井盖缺失, jgqs",
    "阿坝座, abz",
    "夜间施工噪音, yjsgzy",
    "WiFi 断了3天, wifi dl3t",
    "外卖骑手, wmqs",
    "平城区, pcq"
  })
  void areTheFirstLettersOfTheSyllables(String text, String letters) {
    assertThat(Initials.of(text)).isEqualTo(letters);
  }

  @Test
  void havePlacesOnlyForCommonCharacters() {
    assertThat(Initials.of("龘，é😀")).isBlank();
  }

  @Test
  void areKeptFromEveryPlaceSoThatAnyPartIsFound() {
    assertThat(Initials.words("路灯不亮")).containsExactly("~ldbl", "~dbl", "~bl", "~l");
    assertThat(Initials.words("路，灯")).containsExactly("~l", "~d");
    assertThat(Initials.words("路灯不亮等人来修理好")).first().isEqualTo("~ldbldrlx");
  }

  @Test
  void areAskedForByTheirBeginning() {
    assertThat(Initials.query("db")).isEqualTo("'~db':*");
    assertThat(Initials.query("ldbldrlxlh")).isEqualTo("'~ldbldrlx':*");
  }
}
