package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.bihuan.foundation.people.Checked.Invalid;
import org.bihuan.foundation.people.Checked.Valid;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdRulesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static Checked<ResidentId> read(String raw) {
    return ResidentId.parse("f", raw, TODAY);
  }

  private static String fault(String raw) {
    return switch (read(raw)) {
      case Valid<ResidentId>(var id) -> "none";
      case Invalid<ResidentId>(var error) -> error.code();
    };
  }

  @Nested
  class Parsing {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "11010519491231002X",
          "440524188001010014",
          "140213198808080008",
          "140213201202290005",
          "140213201412310000",
          "140213202006010007"
        })
    void acceptsTheVectors(String number) {
      assertThat(read(number))
          .isInstanceOfSatisfying(
              Valid.class, v -> assertThat(((ResidentId) v.value()).number()).isEqualTo(number));
    }

    @Test
    void storesSmallXAsLarge() {
      assertThat(read("11010519491231002x")).isEqualTo(read("11010519491231002X"));
    }

    @Test
    void acceptsBlanksAndFullWidthDigits() {
      assertThat(read(" 140213 19880808 ０００８　")).isEqualTo(read("140213198808080008"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "140213198808080008"})
    void refusesEveryOtherLastCharacter(String number) {
      "0123456789X"
          .chars()
          .filter(c -> c != number.charAt(17))
          .forEach(
              c -> assertThat(fault(number.substring(0, 17) + (char) c)).isEqualTo("checksum"));
    }

    @ParameterizedTest
    @CsvSource({
      "140213201302290002,birth",
      "140213202613010004,birth",
      "140213202611240000,future",
      "'',form",
      "14021319880808000,form",
      "1402131988080800081,form",
      "14021319880808000A,form",
      "1402131988080800X8,form",
      "０,form"
    })
    void namesWhatIsWrong(String number, String fault) {
      assertThat(fault(number)).isEqualTo(fault);
    }

    @Test
    void acceptsOneWhoIsBornToday() {
      assertThat(fault("140213202006010007")).isEqualTo("none");
      assertThat(ResidentId.parse("f", "140213202006010007", LocalDate.of(2020, 6, 1)))
          .isInstanceOf(Valid.class);
      assertThat(ResidentId.parse("f", "140213202006010007", LocalDate.of(2020, 5, 31)))
          .isInstanceOf(Invalid.class);
    }

    @Test
    void survivesAMillionCharacters() {
      assertThat(fault("1".repeat(1_000_000))).isEqualTo("form");
    }

    @Test
    void tellsTheFieldInBothLanguages() {
      assertThat(read("1"))
          .isInstanceOfSatisfying(
              Invalid.class,
              wrong -> {
                assertThat(wrong.error().field()).isEqualTo("f");
                assertThat(wrong.error().message().zh()).contains("公民身份号码");
                assertThat(wrong.error().message().en()).contains("ID number");
              });
    }
  }

  @Nested
  class Printing {

    @Test
    void showsOnlySixAndFour() {
      assertThat(read("140213198808080008").toString())
          .contains("140213********0008")
          .doesNotContain("19880808");
    }
  }
}
