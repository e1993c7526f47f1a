package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksRulesTests {

  @Nested
  class Masking {

    @ParameterizedTest
    @CsvSource({
      "张三,张*",
      "张小明,张**",
      "欧阳娜娜,欧阳**",
      "欧阳,欧*",
      "张,*",
      "'',*",
      "买买提·艾力,买**",
      "𠮷野家,𠮷**",
      "Li Lei,L**"
    })
    void keepsTheSurname(String name, String masked) {
      assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
      "13812341234,138****1234",
      "03525550001,0352*****01",
      "01062345678,010******78",
      "110,***"
    })
    void keepsTheEndsOfAPhone(String phone, String masked) {
      assertThat(Masks.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"140213198808080008,140213********0008", "12345,*****"})
    void keepsTheEndsOfAnIdNumber(String number, String masked) {
      assertThat(Masks.idNumber(number)).isEqualTo(masked);
    }
  }
}
