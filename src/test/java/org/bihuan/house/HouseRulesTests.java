package org.bihuan.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What byte code can tell, and how much of it others can see. */
class HouseRulesTests {

  @Nested
  class Keeping {

    @ParameterizedTest
    @FieldSource("org.bihuan.house.HouseRule#ALL")
    void findsNothingInTheProduct(HouseRule house) {
      house.rule().check(Classes.PRODUCT);
    }

    @Test
    void hidesAtLeastHalfOfItsTypes() {
      assertThat(HiddenShare.OF_THE_HOUSE.breaches(Classes.PRODUCT)).isEmpty();
    }

    @Test
    void namesOnlyItsOwnSchemaInSql() {
      assertThat(OwnSchema.breaches(SourceFile.under(Worktree.MAIN))).isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    @ParameterizedTest
    @FieldSource("org.bihuan.house.HouseRule#ALL")
    void onItsBadExamples(HouseRule house) {
      var report = house.rule().evaluate(Classes.fixtures(house.fixture())).getFailureReport();
      assertThat(report.getDetails()).hasSize(house.failures());
    }

    @ParameterizedTest
    @FieldSource("org.bihuan.house.HouseRule#ALL")
    void onAnEmptySelection(HouseRule house) {
      assertThatThrownBy(() -> house.rule().check(Classes.fixtures("fixtures.nothing")))
          .hasMessageContaining("failed to check any");
    }

    @Test
    void onAPackageThatShowsTooMuch() {
      assertThat(HiddenShare.OF_THE_HOUSE.breaches(Classes.fixtures("fixtures.open")))
          .anyMatch(line -> line.startsWith("all packages: 33 % of 6 types"))
          .anyMatch(line -> line.startsWith("fixtures.open: 33 % of 6 types"))
          .hasSize(2);
    }

    @Test
    void onSqlThatReachesIntoAnotherSchema() {
      assertThat(OwnSchema.breaches(SourceFile.fixtures("schema")))
          .anyMatch(line -> line.endsWith("names people.person"))
          .anyMatch(line -> line.endsWith("names people.address"))
          .hasSize(2);
    }
  }
}
