package org.bihuan.foundation.access.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.foundation.access.TestingAccess;
import org.bihuan.foundation.access.entry.FactorSettings.Wanted;
import org.bihuan.foundation.access.entry.Passkeys.Added;
import org.bihuan.foundation.access.entry.Passkeys.Challenge;
import org.bihuan.foundation.access.entry.Passkeys.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeysSqlTests {

  private static final Shown WRONG = new Shown.Wrong();
  private static final String HERE = "http://localhost:8080";
  private static final String OFFICE = "10.0.0.1";

  private final Passkeys passkeys = TestingEntry.passkeys();
  private TestingPasskey key = new TestingPasskey(HERE);
  private UUID limei = UUID.randomUUID();

  @BeforeEach
  void renews() {
    TestingAccess.renew();
    limei = TestingAccess.signedIn("limei").staff();
    key = new TestingPasskey(HERE);
    key.count = 1;
  }

  private static String text(Challenge asked) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(asked.bytes());
  }

  private Added add(TestingPasskey key, UUID staff) {
    var asked = passkeys.ask();
    return passkeys.add(staff, "办公室电脑", asked, key.make(text(asked), staff), OFFICE);
  }

  private Shown show() {
    var asked = passkeys.ask();
    return passkeys.show(asked, key.show(text(asked)), OFFICE);
  }

  @Nested
  class Adding {

    @Test
    void keepsWhatIsAnsweredToItsChallenge() {
      assertThat(add(key, limei)).isEqualTo(Added.ADDED);
      assertThat(passkeys.of(limei))
          .singleElement()
          .matches(one -> one.name().equals("办公室电脑") && one.usedAt() == null && !one.synced());
      assertThat(add(key, limei)).isEqualTo(Added.NOT_TAKEN);
      var asked = passkeys.ask();
      var other = new TestingPasskey(HERE).make(text(passkeys.ask()), limei);
      assertThat(passkeys.add(limei, "x", asked, other, OFFICE)).isEqualTo(Added.NOT_TAKEN);
      assertThat(passkeys.add(limei, " ", asked, other, OFFICE)).isEqualTo(Added.NAME_WRONG);
    }

    @Test
    void takesTenAndNoMore() {
      for (int i = 0; i < 10; i++) {
        assertThat(add(new TestingPasskey(HERE), limei)).isEqualTo(Added.ADDED);
      }
      assertThat(add(new TestingPasskey(HERE), limei)).isEqualTo(Added.NOT_TAKEN);
    }

    @Test
    void makesThePasswordNotEnough() {
      assertThat(TestingEntry.factors(Wanted.REQUIRED).isOwed(limei)).isTrue();
      assertThat(TestingEntry.factors().isAsked(limei)).isFalse();
      add(key, limei);
      assertThat(TestingEntry.factors(Wanted.REQUIRED).isOwed(limei)).isFalse();
      assertThat(TestingEntry.factors().isAsked(limei)).isTrue();
      assertThat(TestingEntry.factors(Wanted.OFF).isAsked(limei)).isFalse();
      assertThat(TestingEntry.factors().forget(limei)).isTrue();
      assertThat(show()).isEqualTo(WRONG);
    }
  }

  @Nested
  class Showing {

    @Test
    void saysWhoseItIs() {
      add(key, limei);
      assertThat(show())
          .isInstanceOfSatisfying(
              Shown.Right.class, r -> assertThat(r.ticket().staff()).isEqualTo(limei));
      assertThat(passkeys.of(limei).getFirst().usedAt()).isNotNull();
    }

    @Test
    void isTheSameAnswerForUnknownRemovedAndDisabled() {
      var unknown = show();
      add(key, limei);
      TestingAccess.staff().disable("limei");
      assertThat(show()).isEqualTo(unknown).isEqualTo(WRONG);
      TestingAccess.renew();
      limei = TestingAccess.signedIn("limei").staff();
      add(key, limei);
      assertThat(passkeys.remove(limei, passkeys.of(limei).getFirst().id())).isTrue();
      assertThat(show()).isEqualTo(WRONG);
    }

    @Test
    void outlivesAChangeOfThePassword() {
      add(key, limei);
      TestingAccess.staff().changePassword(limei, "four plain words in a row");
      assertThat(show())
          .isInstanceOfSatisfying(
              Shown.Right.class,
              r -> assertThat(TestingAccess.sessions().actor(r.ticket())).isPresent());
    }

    @Test
    void refusesACopyThatLagsBehind() {
      add(key, limei);
      assertThat(show()).isInstanceOf(Shown.Right.class);
      var asked = passkeys.ask();
      assertThat(passkeys.show(asked, key.showAgain(text(asked)), OFFICE)).isEqualTo(WRONG);
    }

    @Test
    void needsItsOwnerSeenAndVerified() {
      add(key, limei);
      key.flags = 0x01;
      assertThat(show()).isEqualTo(WRONG);
      key.flags = 0x04;
      assertThat(show()).isEqualTo(WRONG);
      key.flags = 0x05;
      key.rpId = "evil.example";
      assertThat(show()).isEqualTo(WRONG);
    }

    @Test
    void comesInTime() {
      add(key, limei);
      var asked = passkeys.ask();
      TestingAccess.move(Duration.ofMinutes(5));
      assertThat(passkeys.show(asked, key.show(text(asked)), OFFICE)).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[1]", "{\"id\":\"%%\"}", "{\"response\":null}"})
    void survivesAnyAnswer(String answer) {
      assertThat(passkeys.show(passkeys.ask(), answer, OFFICE)).isEqualTo(WRONG);
      assertThat(passkeys.add(limei, "x", passkeys.ask(), answer, OFFICE))
          .isEqualTo(Added.NOT_TAKEN);
    }

    @Test
    void isComparedNoMoreThanFiveTimesAtOnce() throws Exception {
      add(key, limei);
      key.flags = 0x01;
      var asked = passkeys.ask();
      var answer = key.show(text(asked));
      Callable<Shown> call = () -> passkeys.show(asked, answer, OFFICE);
      try (var threads = Executors.newFixedThreadPool(16)) {
        int compared = 0;
        for (var one : threads.invokeAll(IntStream.range(0, 100).mapToObj(i -> call).toList())) {
          compared += one.get().equals(WRONG) ? 1 : 0;
        }
        assertThat(compared).isEqualTo(5);
      }
    }
  }

  @Nested
  class Addresses {

    @Test
    void areThoseOfTheSettings() {
      assertThat(passkeys.isOffered("localhost")).isTrue();
      assertThat(passkeys.isOffered("127.0.0.1")).isFalse();
      key = new TestingPasskey("https://evil.example");
      assertThat(add(key, limei)).isEqualTo(Added.NOT_TAKEN);
      var settings = new PasskeySettings("bihuan.example", null, Duration.ofMinutes(5), 10);
      assertThat(settings.serves("desk.bihuan.example")).isTrue();
      assertThat(settings.serves("evilbihuan.example")).isFalse();
      assertThat(settings.isOurs("https://bihuan.example")).isTrue();
      assertThat(settings.isOurs("http://bihuan.example")).isFalse();
      assertThat(settings.isOurs("https://desk.bihuan.example")).isFalse();
    }
  }
}
