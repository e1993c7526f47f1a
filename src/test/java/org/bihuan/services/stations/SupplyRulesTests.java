package org.bihuan.services.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.services.stations.Movement.Kind;
import org.bihuan.services.stations.Supplies.Stock;
import org.bihuan.services.stations.SupplyRules.Step;
import org.bihuan.services.stations.SupplyRules.Wanted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplyRulesTests {

  private static Outcome<Step> decide(int balance, Kind kind, @Nullable Integer amount) {
    var why = new Movement.Why(null, kind == Kind.COUNTED ? "盘点" : "", null, null);
    return SupplyRules.decide(new Stock("water", balance, 24, 7), new Wanted(kind, amount, why));
  }

  private static String refused(Outcome<Step> outcome) {
    return switch (outcome) {
      case Outcome.Done<Step>(var step) -> "done " + step;
      case Outcome.Refused<Step>(var errors) -> errors.getFirst().code();
    };
  }

  @Nested
  class Moving {

    @ParameterizedTest
    @CsvSource({
      "RECEIVED, 0",
      "RECEIVED, -1",
      "ISSUED, 0",
      "ISSUED, 10001",
      "COUNTED, -1",
      "RECEIVED,"
    })
    void isRefusedForWhatIsNoNumber(Kind kind, @Nullable Integer amount) {
      assertThat(refused(decide(50, kind, amount))).isEqualTo("range");
    }

    @Test
    void isRefusedBeyondWhatIsThere() {
      assertThat(refused(decide(5, Kind.ISSUED, 6))).isEqualTo("not-enough");
      assertThat(decide(5, Kind.ISSUED, 5)).isEqualTo(new Outcome.Done<>(new Step(-5, 0, false)));
    }

    @Test
    void isRefusedWithoutAReasonForACount() {
      var wanted = new Wanted(Kind.COUNTED, 3, Movement.Why.NOTHING);
      assertThat(refused(SupplyRules.decide(new Stock("water", 5, 0, 1), wanted)))
          .isEqualTo("required");
    }

    @Test
    void countsFromWhatIsThere() {
      assertThat(decide(50, Kind.COUNTED, 47))
          .isEqualTo(new Outcome.Done<>(new Step(-3, 47, false)));
      assertThat(decide(50, Kind.COUNTED, 0)).isEqualTo(new Outcome.Done<>(new Step(-50, 0, true)));
    }

    @ParameterizedTest
    @CsvSource({"30, 5, false", "30, 6, true", "30, 30, true", "24, 1, false", "10, 1, false"})
    void dipsOnceWhereItFallsToTheMark(int balance, int issued, boolean dips) {
      assertThat(decide(balance, Kind.ISSUED, issued))
          .isEqualTo(new Outcome.Done<>(new Step(-issued, balance - issued, dips)));
    }

    @Test
    void neverDipsWithoutAMark() {
      var stock = new Stock("zongzi", 3, 0, 1);
      var wanted = new Wanted(Kind.ISSUED, 3, Movement.Why.NOTHING);
      assertThat(SupplyRules.decide(stock, wanted))
          .isEqualTo(new Outcome.Done<>(new Step(-3, 0, false)));
    }
  }

  @Nested
  class Undoing {

    private static Movement movement(Kind kind, int delta) {
      var by = new Movement.By(new UUID(0, 1), Instant.EPOCH);
      return new Movement("water", 3, kind, delta, 50, Movement.Why.NOTHING, by);
    }

    @Test
    void isTheOpposite() {
      assertThat(SupplyRules.undo(new Stock("water", 20, 0, 3), movement(Kind.ISSUED, -5), "记错"))
          .isEqualTo(new Outcome.Done<>(new Step(5, 25, false)));
    }

    @Test
    void isRefusedWhereWhatCameIsGoneAlready() {
      var undone = SupplyRules.undo(new Stock("water", 20, 0, 3), movement(Kind.RECEIVED, 30), "x");
      assertThat(refused(undone)).isEqualTo("not-enough");
    }

    @Test
    void isRefusedOfAnUndoAndWithoutAReason() {
      var stock = new Stock("water", 20, 0, 3);
      assertThat(refused(SupplyRules.undo(stock, movement(Kind.UNDONE, 5), "x")))
          .isEqualTo("nothing");
      assertThat(refused(SupplyRules.undo(stock, movement(Kind.ISSUED, -5), " ")))
          .isEqualTo("required");
    }
  }
}
