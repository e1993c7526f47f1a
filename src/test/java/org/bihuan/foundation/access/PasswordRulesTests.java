package org.bihuan.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.bihuan.foundation.access.Outcome.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

  private static Passwords passwords(int shortest) {
    return new Passwords(
        new Passwords.Cost(64, 1, 2, Duration.ofSeconds(5)), new Passwords.Lengths(shortest, 128));
  }

  @Nested
  class Choosing {

    @ParameterizedTest
    @ValueSource(strings = {"云冈石窟在武周山南麓已经一千五百多年了", "four plain words in a row", "Xy9-kQ2mPz7wLr4"})
    void takesWhatIsLong(String password) {
      assertThat(passwords(15).refusal("limei", password)).isEmpty();
    }

    @Test
    void refusesWhatIsShortOrVeryLong() {
      assertThat(passwords(15).refusal("limei", "Xy9-kQ2mPz7wLr")).contains(Refusal.PASSWORD_SHORT);
      assertThat(passwords(15).refusal("limei", "ab cd ef ".repeat(20)))
          .contains(Refusal.PASSWORD_LONG);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "password",
          "PassWord1",
          "1qaz2wsx3edc",
          "passwordpassword",
          "aaaaaaaaaaaaaaaa",
          "1212121212121212",
          "limei-and-a-tail"
        })
    void refusesWhatIsCommonPlainOrTheLogin(String password) {
      assertThat(passwords(8).refusal("limei", password)).contains(Refusal.PASSWORD_COMMON);
    }

    @Test
    void cannotBeMadeToTakeShortOnes() {
      assertThatThrownBy(() -> passwords(7)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
