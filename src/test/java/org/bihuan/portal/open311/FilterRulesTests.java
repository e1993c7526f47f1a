package org.bihuan.portal.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterRulesTests {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  private static Filter sound(Map<String, String> asked) {
    return switch (Filter.read(asked, NOW)) {
      case Filter.Read.Sound(var filter) -> filter;
      case Filter.Read.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<String> faults(Map<String, String> asked) {
    return switch (Filter.read(asked, NOW)) {
      case Filter.Read.Faulty(var faults) -> faults.stream().map(f -> f.en()).toList();
      case Filter.Read.Sound sound -> throw new AssertionError(sound);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "start_date,yesterday",
    "start_date,2026-11-24",
    "start_date,+999999999-12-31T23:59:59Z",
    "start_date,1899-01-01T00:00:00Z",
    "end_date,2026-13-01T00:00:00Z",
    "status,done",
    "page,0",
    "page,99999999999",
    "page_size,1001",
    "page_size,ten"
  })
  void refusesWhatCannotBeRead(String name, String value) {
    assertThat(faults(Map.of(name, value))).hasSize(1).first().asString().contains(name);
  }

  @Test
  void spansNinetyDaysAtMostAndByItself() {
    var given = Map.of("start_date", "2026-01-01T00:00:00Z", "end_date", "2026-06-01T00:00:00Z");
    assertThat(faults(given)).first().asString().contains("90 days");
    var turned = Map.of("start_date", "2026-06-01T00:00:00Z", "end_date", "2026-05-01T00:00:00Z");
    assertThat(faults(turned)).first().asString().contains("after");
    var usual = sound(Map.of());
    assertThat(Duration.between(usual.from(), usual.to())).hasDays(90);
    assertThat(usual.size()).isEqualTo(1000);
    var from = sound(Map.of("start_date", "2026-01-01T08:00:00+08:00"));
    assertThat(from.to()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
  }

  @Test
  void readsListsAndLeavesIdsThatNothingHas() {
    var id = "0199c3f1-0000-7000-8000-000000000001";
    var filter = sound(Map.of("service_request_id", id + ", A140,", "service_code", "noise,waste"));
    assertThat(filter.ids()).hasSize(2).first().hasToString(id);
    assertThat(filter.services()).containsExactly("noise", "waste");
    assertThat(sound(Map.of("status", "closed")).closed()).containsExactly(true);
    assertThat(sound(Map.of("status", "open,closed")).closed())
        .containsExactlyInAnyOrder(true, false);
  }
}
