package org.bihuan.services.whistles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotRulesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "40,113", "40.1", "91.0,113.0", "40.0,181.0", "a.b,c.d", "40.1;113.2"})
  void isNoPlaceOnEarth(String typed) {
    assertThat(Spot.parse(typed)).isEmpty();
  }

  @Test
  void measuresTheWayOverTheGround() {
    var here = Spot.parse("40.091234,113.301234").orElseThrow();
    assertThat(here.metresTo(here)).isZero();
    assertThat(here.metresTo(Spot.parse("40.092234,113.301234").orElseThrow())).isBetween(110, 112);
    assertThat(here.metresTo(Spot.parse("-40.091234,-66.698766").orElseThrow()))
        .isBetween(20_015_000, 20_016_000);
  }

  @Nested
  class OfACode {

    private final ArrivalCode code = ArrivalCode.random(new Random(7));

    @Test
    void isReadInAnyCaseAndWithSpaces() {
      var typed = " " + code.value().substring(0, 3).toLowerCase(java.util.Locale.ROOT) + " ";
      assertThat(ArrivalCode.parse(typed + code.value().substring(3))).contains(code);
    }

    @Test
    void isRefusedWithAnyOneWrongCharacter() {
      for (int i = 0; i < code.value().length(); i++) {
        char other = code.value().charAt(i) == 'A' ? 'B' : 'A';
        var wrong = new StringBuilder(code.value());
        wrong.setCharAt(i, other);
        assertThat(ArrivalCode.parse(wrong.toString())).isEmpty();
      }
    }

    @Test
    void isKeptForOneMatterOnlyAndNeverWrittenOut() {
      var one = UUID.randomUUID();
      assertThat(code.digest(one)).isEqualTo(code.digest(one));
      assertThat(code.digest(one)).isNotEqualTo(code.digest(UUID.randomUUID()));
      assertThat(code.toString()).doesNotContain(code.value());
    }
  }
}
