package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.bihuan.foundation.people.ApplicantRules.Reading.Faulty;
import org.bihuan.foundation.people.ApplicantRules.Reading.Sound;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicantRulesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static Applicant sound(ApplicantForm form) {
    return switch (ApplicantRules.read(form, TODAY)) {
      case Sound(var applicant) -> applicant;
      case Faulty(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  private static Iterable<String> faults(ApplicantForm form) {
    return switch (ApplicantRules.read(form, TODAY)) {
      case Sound(var applicant) -> throw new AssertionError("the form is sound");
      case Faulty(var errors) -> errors.stream().map(e -> e.field() + " " + e.code()).toList();
    };
  }

  @Nested
  class Reading {

    @Test
    void takesAResidentWithNameAndPhone() {
      var applicant = sound(new ApplicantForm("　张三 ", "138 1234 1234", " ", null, ""));
      assertThat(applicant.name()).isEqualTo("张三");
      assertThat(applicant.kind()).isEqualTo(Person.Kind.RESIDENT);
      assertThat(applicant.numberKey()).isNull();
    }

    @Test
    void takesAnOrganisationWithItsCode() {
      var applicant =
          sound(new ApplicantForm("李四", "13812341234", null, "91140213MA0000015K", "测试公司"));
      assertThat(applicant.kind()).isEqualTo(Person.Kind.ORGANISATION);
      assertThat(applicant.numberKey()).contains("91140213MA0000015K");
    }

    @Test
    void composesNames() {
      assertThat(sound(ApplicantForm.resident("Andre\u0301", "13812341234")).name())
          .isEqualTo("Andr\u00e9");
    }

    @Test
    void namesEveryErrorAtOnce() {
      assertThat(faults(new ApplicantForm(null, "1", "2", "3", null)))
          .containsExactlyInAnyOrder(
              "applicant.name required",
              "applicant.phone form",
              "applicant.idNumber form",
              "applicant.creditCode form",
              "applicant.organisation required");
    }

    @Test
    void countsCodePointsAndNotUnits() {
      assertThat(sound(ApplicantForm.resident("𠮷".repeat(60), "13812341234")).name()).hasSize(120);
      assertThat(faults(ApplicantForm.resident("𠮷".repeat(61), "13812341234")))
          .containsExactly("applicant.name length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u0000三", "张\n三", "张\u202e三", "张\u200b三", "张\ud800三"})
    void refusesWhatCannotBeSeen(String name) {
      assertThat(faults(ApplicantForm.resident(name, "13812341234")))
          .containsExactly("applicant.name characters");
    }
  }

  @Nested
  class Printing {

    @Test
    void tellsNothingPersonal() {
      var form = new ApplicantForm("张三", "13812341234", "140213198808080008", null, null);
      assertThat(form.toString()).isEqualTo("ApplicantForm");
      assertThat(sound(form).toString()).doesNotContain("13812341234", "140213198808080008");
    }
  }
}
