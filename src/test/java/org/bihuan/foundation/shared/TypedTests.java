package org.bihuan.foundation.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedTests {

  private static final FieldError WRONG =
      new FieldError("facts.a", "required", new Text("请填写", "Fill in"));

  private final Typed typed =
      Typed.of(Map.of("facts.a", List.of("1", "2"), "title", List.of("t"), "empty", List.of()));

  @Test
  void givesTheOneValueOfAFieldOrNothing() {
    assertThat(typed.value("title")).isEqualTo("t");
    assertThat(typed.value("empty")).isEmpty();
    assertThat(typed.value("unknown")).isEmpty();
  }

  @Test
  void knowsWhatWasChosenAmongMany() {
    assertThat(typed.has("facts.a", "2")).isTrue();
    assertThat(typed.has("facts.a", "3")).isFalse();
  }

  @Test
  void joinsSeveralValuesOfAFieldByLines() {
    assertThat(typed.under("facts.")).containsExactly(Map.entry("a", "1\n2"));
  }

  @Test
  void tellsTheFirstThingWrongWithAField() {
    assertThat(typed.with(List.of(WRONG)).error("facts.a")).isEqualTo(WRONG);
    assertThat(typed.error("facts.a")).isNull();
  }
}
