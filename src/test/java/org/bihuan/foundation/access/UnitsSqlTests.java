package org.bihuan.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.bihuan.foundation.shared.DataFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnitsSqlTests {

  private static final String SMALL =
      """
      version: 3
      fallback: desk-one
      units:
        - {code: desk-one, kind: desk, zh: 一号台, en: Desk One, area: "140213", origin: ours}
      """;

  private static final AccessFixtures HOUSE = new AccessFixtures();

  @BeforeEach
  void renews() {
    HOUSE.renew();
  }

  @Nested
  class Loading {

    @Test
    void bringsEveryUnit() {
      assertThat(HOUSE.units.all()).hasSize(32);
      assertThat(HOUSE.units.fallback().code()).isEqualTo("dispatch-centre");
      assertThat(HOUSE.units.find("traffic-police").orElseThrow().parent())
          .isEqualTo("public-security");
      assertThat(HOUSE.units.find("nowhere")).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
      HOUSE.units.load();
      assertThat(HOUSE.units.all()).hasSize(32);
    }

    @Test
    void retiresWhatANewEditionDrops() {
      HOUSE.units.load(new DataFile(SMALL));
      assertThat(HOUSE.units.all()).extracting(WorkUnit::code).containsExactly("desk-one");
      assertThat(HOUSE.units.fallback().code()).isEqualTo("desk-one");
      assertThat(HOUSE.units.find("civil-affairs")).isPresent();
    }

    @Test
    void refusesWhatDoesNotHoldTogether() {
      var sameVersion = new DataFile(SMALL.replace("version: 3", "version: 2"));
      var noPlace = new DataFile(SMALL.replace("140213", "140299"));
      var noFallback = new DataFile(SMALL.replace("fallback: desk-one", "fallback: desk-two"));
      assertThatIllegalStateException().isThrownBy(() -> HOUSE.units.load(sameVersion));
      assertThatIllegalStateException().isThrownBy(() -> HOUSE.units.load(noPlace));
      assertThatIllegalStateException().isThrownBy(() -> HOUSE.units.load(noFallback));
    }
  }

  @Nested
  class FindingTheStreetOffice {

    @Test
    void worksFromEveryLevelBelow() {
      for (var area : new String[] {"140213054", "140213054901", "140213054901002"}) {
        assertThat(HOUSE.units.streetOffice(area).orElseThrow().code()).isEqualTo("street-054");
      }
      assertThat(HOUSE.units.streetOffice("140213")).isEmpty();
    }
  }
}
