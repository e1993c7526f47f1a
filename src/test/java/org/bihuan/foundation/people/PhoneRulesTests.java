package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.foundation.people.Checked.Invalid;
import org.bihuan.foundation.people.Checked.Valid;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneRulesTests {

  private static String read(String raw) {
    return switch (Phone.parse("f", raw)) {
      case Valid<Phone>(var phone) -> phone.digits();
      case Invalid<Phone>(var error) -> error.code();
    };
  }

  @Nested
  class Parsing {

    @ParameterizedTest
    @CsvSource({
      "13812341234,13812341234",
      "+86 138 1234 1234,13812341234",
      "+86-138-1234-1234,13812341234",
      "008613812341234,13812341234",
      "8613812341234,13812341234",
      "１３８１２３４１２３４,13812341234",
      "19912341234,19912341234",
      "0352-5550001,03525550001",
      "(0352)5550001,03525550001",
      "+86 352 5550001,03525550001",
      "010-62345678,01062345678",
      "0351—20345678,035120345678"
    })
    void bringsAllWaysOfWritingToOne(String raw, String digits) {
      assertThat(read(raw)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "12812341234", "1381234123", "138123412345", "5550001", "0352-1550001", "+1 2125551234",
          "138１234123a", "110", "0352-555000111", "86", "+86", "٠١٢٣"
        })
    void refusesOthers(String raw) {
      assertThat(read(raw)).isEqualTo("form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "　", "- -"})
    void asksForOne(String raw) {
      assertThat(read(raw)).isEqualTo("required");
    }
  }
}
