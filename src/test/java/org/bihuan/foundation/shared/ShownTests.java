package org.bihuan.foundation.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class ShownTests {

  private final MockHttpSession session = new MockHttpSession();

  @Test
  void allowsOnlyWhatThisSessionHasShown() {
    Shown.allow(session, "ABCD2345");

    assertThat(Shown.allows(session, "ABCD2345")).isTrue();
    assertThat(Shown.allows(session, "WXYZ2345")).isFalse();
    assertThat(Shown.allows(new MockHttpSession(), "ABCD2345")).isFalse();
    assertThat(Shown.allows(null, "ABCD2345")).isFalse();
  }

  @Test
  void forgetsTheOldestBeyondForty() {
    for (int i = 0; i <= 40; i++) {
      Shown.allow(session, "CODE" + i);
    }
    assertThat(Shown.allows(session, "CODE0")).isFalse();
    assertThat(Shown.allows(session, "CODE1")).isTrue();
    assertThat(Shown.allows(session, "CODE40")).isTrue();
  }
}
