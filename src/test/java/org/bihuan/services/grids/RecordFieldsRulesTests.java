package org.bihuan.services.grids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.bihuan.foundation.shared.FieldError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Edits meet field by field; nothing either of two wrote is dropped. */
class RecordFieldsRulesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Map<String, String> BASE = Map.of("found", "灯不亮", "place", "3号楼");

  @Nested
  class Meeting {

    @Test
    void clashesOnlyWhereBothChangedTheSameFieldToSomethingElse() {
      var merged =
          RecordFields.merge(
              BASE,
              Map.of("found", "灯修好了", "place", "3号楼"),
              Map.of("found", "灯还不亮", "place", "3号楼2单元"));
      assertThat(merged.clashing()).containsExactly("found");
      assertThat(merged.fields()).containsEntry("place", "3号楼2单元").containsEntry("found", "灯修好了");
    }

    @Test
    void takesFromEachWhatOnlyTheyChanged() {
      var merged =
          RecordFields.merge(
              BASE, Map.of("found", "灯修好了", "place", "3号楼"), Map.of("place", "3号楼2单元"));
      assertThat(merged.clashing()).isEmpty();
      assertThat(merged.fields())
          .containsEntry("found", "灯修好了")
          .containsEntry("place", "3号楼2单元")
          .containsEntry("done", "");
    }

    @Test
    void agreesWhereBothWroteTheSame() {
      var same = Map.of("found", "灯修好了", "place", "3号楼");
      assertThat(RecordFields.merge(BASE, same, same).clashing()).isEmpty();
    }

    @Test
    void countsEmptyingAsAChange() {
      var merged = RecordFields.merge(BASE, Map.of("found", "灯修好了"), Map.of("found", ""));
      assertThat(merged.clashing()).containsExactly("found");
    }
  }

  @Nested
  class Choosing {

    @Test
    void keepsWhatIsThereUnlessSomebodyChoseOtherwise() {
      assertThat(RecordFields.chosen("found", "", "甲", "乙")).isEqualTo("甲");
      assertThat(RecordFields.chosen("found", "theirs", "甲", "乙")).isEqualTo("甲");
      assertThat(RecordFields.chosen("found", "mine", "甲", "乙")).isEqualTo("乙");
      assertThat(RecordFields.chosen("found", "both", "甲", "乙")).isEqualTo("甲\n乙");
    }

    @Test
    void letsNobodyWaitLongerThanEitherSaid() {
      assertThat(RecordFields.chosen("again", "both", "2026-12-03", "2026-12-01"))
          .isEqualTo("2026-12-01");
      assertThat(RecordFields.chosen("again", "both", "", "2026-12-01")).isEqualTo("2026-12-01");
      assertThat(RecordFields.chosen("again", "both", "2026-12-03", "")).isEqualTo("2026-12-03");
    }
  }

  @Nested
  class Reading {

    private String[] faults(String name, String value) {
      return RecordFields.faults(Map.of(name, value), TODAY).stream()
          .map(FieldError::code)
          .toArray(String[]::new);
    }

    @Test
    void refusesWhatIsTooLongUnseenOrNoDay() {
      assertThat(faults("place", "号".repeat(101))).containsExactly("too-long");
      assertThat(faults("found", "况".repeat(2001))).containsExactly("too-long");
      assertThat(faults("who", "李\u0007")).containsExactly("format");
      assertThat(faults("again", "明天")).containsExactly("format");
      assertThat(faults("again", "2027-11-24")).containsExactly("too-late");
      assertThat(faults("again", "2027-11-23")).isEmpty();
      assertThat(faults("found", "一行\n两行")).isEmpty();
    }

    @Test
    void keepsOnlyItsOwnFields() {
      assertThat(RecordFields.cleaned(Map.of("found", " 灯 ", "state", "passed", "_csrf", "x")))
          .containsExactly(Map.entry("found", "灯"));
    }
  }
}
