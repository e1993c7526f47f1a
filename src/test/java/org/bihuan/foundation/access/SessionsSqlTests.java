package org.bihuan.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.foundation.access.Guesses.Whence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsSqlTests {

  private static final Whence OFFICE = Whence.of("10.0.0.1");

  private static final AccessFixtures HOUSE = new AccessFixtures();

  @BeforeEach
  void renews() {
    HOUSE.renew();
  }

  private SignIn wrong(String login) {
    return HOUSE.sessions.signIn(login, "wrong", OFFICE);
  }

  @Nested
  class SigningIn {

    @Test
    void admitsTheRightPassword() {
      var password = HOUSE.add("limei", Role.CLERK);
      var outcome = HOUSE.sessions.signIn(" LiMei ", password, OFFICE);
      assertThat(outcome).isInstanceOf(SignIn.Admitted.class);
      var actor = HOUSE.sessions.actor(((SignIn.Admitted) outcome).ticket()).orElseThrow();
      assertThat(actor.name()).isEqualTo("姓名limei");
      assertThat(actor.is(Role.CLERK)).isTrue();
    }

    @Test
    void answersTheSameForUnknownAndWrong() {
      HOUSE.add("limei", Role.CLERK);
      for (int i = 0; i < 7; i++) {
        assertThat(wrong("limei")).isEqualTo(wrong("nobody"));
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "' or 1=1 --", "😀"})
    void survivesAnyName(String login) {
      assertThat(wrong(login)).isEqualTo(new SignIn.Rejected());
      assertThat(HOUSE.sessions.signIn("limei", login.repeat(100_000), OFFICE))
          .isEqualTo(new SignIn.Rejected());
    }
  }

  @Nested
  class Guarding {

    @Test
    void makesOneWaitLongerAndLonger() {
      var password = HOUSE.add("limei", Role.CLERK);
      for (int i = 0; i < 5; i++) {
        assertThat(wrong("limei")).isEqualTo(new SignIn.Rejected());
      }
      assertThat(HOUSE.sessions.signIn("limei", password, OFFICE))
          .isEqualTo(new SignIn.MustWait(Duration.ofSeconds(30)));
      HOUSE.clock.move(Duration.ofSeconds(30));
      assertThat(wrong("limei")).isEqualTo(new SignIn.Rejected());
      assertThat(wrong("limei")).isEqualTo(new SignIn.MustWait(Duration.ofSeconds(60)));
      HOUSE.clock.move(Duration.ofSeconds(60));
      assertThat(HOUSE.sessions.signIn("limei", password, OFFICE))
          .isInstanceOf(SignIn.Admitted.class);
      assertThat(wrong("limei")).isEqualTo(new SignIn.Rejected());
    }

    @Test
    void neverMakesOneWaitForever() {
      for (int i = 0; i < 40; i++) {
        HOUSE.clock.move(Duration.ofMinutes(15));
        assertThat(wrong("limei")).isEqualTo(new SignIn.Rejected());
      }
      assertThat(wrong("limei")).isEqualTo(new SignIn.MustWait(Duration.ofMinutes(15)));
      HOUSE.clock.move(Duration.ofDays(2));
      for (int i = 0; i < 5; i++) {
        assertThat(wrong("limei")).isEqualTo(new SignIn.Rejected());
      }
    }

    @Test
    void countsAnAddressOverAllNames() {
      for (int i = 0; i < 20; i++) {
        assertThat(wrong("name" + i)).isEqualTo(new SignIn.Rejected());
      }
      assertThat(wrong("another")).isInstanceOf(SignIn.MustWait.class);
      assertThat(HOUSE.sessions.signIn("another", "wrong", Whence.of("10.0.0.2")))
          .isEqualTo(new SignIn.Rejected());
    }

    @Test
    void countsABlockOfLongAddressesAsOne() {
      for (int i = 0; i < 20; i++) {
        HOUSE.sessions.signIn("name" + i, "wrong", Whence.of("2001:db8:1:2:0:0:0:" + i));
      }
      assertThat(HOUSE.sessions.signIn("another", "wrong", Whence.of("2001:db8:1:2:9:9:9:9")))
          .isInstanceOf(SignIn.MustWait.class);
    }

    @Test
    void doesNotPunishATownHallThatSignsInWell() {
      var password = HOUSE.add("limei", Role.CLERK);
      for (int i = 0; i < 50; i++) {
        assertThat(HOUSE.sessions.signIn("limei", password, OFFICE))
            .isInstanceOf(SignIn.Admitted.class);
      }
    }

    @Test
    void letsNoMoreThanTheLimitThroughAtOnce() throws Exception {
      try (var threads = Executors.newFixedThreadPool(16)) {
        var calls =
            IntStream.range(0, 200)
                .mapToObj(
                    i ->
                        (Callable<SignIn>)
                            () -> HOUSE.sessions.signIn("limei", "wrong", Whence.of("10.1.0." + i)))
                .toList();
        int compared = 0;
        for (var outcome : threads.invokeAll(calls)) {
          if (outcome.get() instanceof SignIn.Rejected) {
            compared++;
          }
        }
        assertThat(compared).isEqualTo(5);
      }
    }
  }
}
