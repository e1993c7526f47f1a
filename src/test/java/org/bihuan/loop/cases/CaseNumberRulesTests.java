package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaseNumberRulesTests {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void isLetterAreaDaySerialAndCheckDigit() {
    var number = CaseNumber.of("L", "140213051", DAY, 12);
    assertThat(number.value()).matches("L1402130512026112300012\\d");
    assertThat(CaseNumber.parse(" " + number.value().toLowerCase(java.util.Locale.ROOT)))
        .contains(number);
  }

  @Test
  void fillsAShortAreaAndGrowsPastFiveDigits() {
    assertThat(CaseNumber.of("A", "140213", DAY, 1).value()).startsWith("A14021300020261123");
    var long6 = CaseNumber.of("A", "140213", DAY, 1_234_567);
    assertThat(CaseNumber.parse(long6.value())).contains(long6);
  }

  @Test
  void catchesEveryWrongDigit() {
    for (int serial = 1; serial < 300; serial++) {
      var number = CaseNumber.of("A", "140213051", DAY, serial).value();
      for (int i = 1; i < number.length(); i++) {
        for (char c = '0'; c <= '9'; c++) {
          var typed = number.substring(0, i) + c + number.substring(i + 1);
          assertThat(CaseNumber.parse(typed).isPresent()).isEqualTo(typed.equals(number));
        }
      }
    }
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThat(CaseNumber.parse("")).isEmpty();
    assertThat(CaseNumber.parse("A'; drop table")).isEmpty();
    assertThat(CaseNumber.parse("Ａ14021305120261123000129")).isEmpty();
  }
}
