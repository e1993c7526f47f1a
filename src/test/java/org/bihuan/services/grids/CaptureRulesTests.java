package org.bihuan.services.grids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.grids.MatterList.Matter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written on a round is looked at as a whole; every fault is named at once. */
class CaptureRulesTests {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String GRID = "140213055901001";
  private static final Matter MATTER =
      new Matter(
          "fire",
          List.of("patrol", "report"),
          "property",
          new Text("堆物", "Clutter"),
          new Text("清理", "Clears"));
  private static final Map<String, String> SOUND =
      Map.of(
          "grid", GRID,
          "kind", "patrol",
          "matter", "fire",
          "outcome", "settled",
          "place", "5号楼",
          "found", "堆了旧家具",
          "done", "已经清走");

  private static List<String> faults(Map<String, String> typed) {
    var values = new LinkedHashMap<String, List<String>>();
    typed.forEach((name, value) -> values.put(name, List.of(value)));
    var capture = Capture.of(new Typed(values, List.of()));
    return CaptureRules.faults(capture, Set.of(GRID), MATTER, NOW).stream()
        .map(FieldError::field)
        .toList();
  }

  private static Map<String, String> sound(String... changes) {
    var typed = new LinkedHashMap<>(SOUND);
    for (int i = 0; i < changes.length; i += 2) {
      typed.put(changes[i], changes[i + 1]);
    }
    return typed;
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThat(faults(Map.of())).contains("grid", "kind", "matter");
    assertThat(faults(Map.of("kind", "patrol"))).contains("grid", "outcome", "place");
  }

  @ParameterizedTest
  @CsvSource({
    "grid, 140213055902001, grid",
    "kind, dance, kind",
    "outcome, vanished, outcome",
    "place, '', place",
    "found, 堆, found",
    "done, 清, done",
    "position, here, position"
  })
  void refusesWhatIsMissingOrNotTheirs(String field, String value, String fault) {
    assertThat(faults(sound(field, value))).contains(fault);
  }

  @Test
  void refusesAMatterThatIsNotForThisRound() {
    assertThat(faults(sound("kind", "visit", "who", "李奶奶"))).containsExactly("matter");
  }

  @Test
  void asksWhenToComeAgainAndWhomWasVisited() {
    assertThat(faults(sound("outcome", "again"))).containsExactly("again");
    assertThat(faults(sound("kind", "visit"))).contains("who");
  }

  @Test
  void doesNotCallWellWhatAResidentRaised() {
    var raised = sound("outcome", "well", "applicant.phone", "13900000000");
    assertThat(faults(raised)).containsExactly("outcome");
  }

  @Test
  void takesWhatIsSound() {
    assertThat(faults(SOUND)).isEmpty();
    assertThat(faults(sound("outcome", "well", "found", "", "done", ""))).isEmpty();
    assertThat(faults(sound("position", "40.09120,113.29350"))).isEmpty();
  }

  @Test
  void believesAPhoneOnlyWhatCanBe() {
    var hourAgo = NOW.minus(Duration.ofHours(1));
    assertThat(CaptureRules.written(hourAgo, NOW)).isEqualTo(hourAgo);
    assertThat(CaptureRules.written(null, NOW)).isEqualTo(NOW);
    assertThat(CaptureRules.written(NOW.plusSeconds(1), NOW)).isEqualTo(NOW);
    assertThat(CaptureRules.written(NOW.minus(Duration.ofDays(31)), NOW)).isEqualTo(NOW);
  }
}
