package org.bihuan.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingRulesTests {

  private static List<String> ways(String typed) {
    return Finding.of(typed).stream().map(Finding::way).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1234, tail words",
    "１２３４, tail words",
    "139 0352 1234, phone words",
    "+86-13903521234, phone words",
    "王芳, name words",
    "阿依古丽·买买提, name words",
    "ldbl, initials words",
    "LDBL, initials words",
    "wifi 断, words",
    "灯, words",
    "12345, words",
    "A14021305420261124000019, words",
    "A14021305420261124000018, number"
  })
  void isEverythingATextMayMean(String typed, String ways) {
    assertThat(String.join(" ", ways(typed))).isEqualTo(ways);
  }

  @Test
  void isNothingForBlanksAndForWhatIsLongerThanAnyTitle() {
    assertThat(ways("  ")).isEmpty();
    assertThat(ways("路".repeat(201))).isEmpty();
  }

  @Test
  void looksForPeopleOnlyByWhatPeopleGave() {
    assertThat(Finding.of("1234").getFirst().ofPerson()).isTrue();
    assertThat(Finding.of("王芳").getFirst().ofPerson()).isTrue();
    assertThat(Finding.of("ldbl")).noneMatch(Finding::ofPerson);
  }
}
