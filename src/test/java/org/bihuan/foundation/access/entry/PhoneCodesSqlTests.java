package org.bihuan.foundation.access.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.foundation.access.TestingAccess;
import org.bihuan.foundation.access.entry.PhoneCodes.Asked;
import org.bihuan.foundation.access.entry.PhoneCodes.Entered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneCodesSqlTests {

  private static final String PHONE = "13800138000";
  private static final String HOME = "10.0.0.7";
  private static final Entered WRONG = new Entered.Wrong();

  private final TestingEntry.TestingPhones phones = new TestingEntry.TestingPhones();
  private final PhoneCodes codes = TestingEntry.codes(phones);

  @BeforeEach
  void renews() {
    TestingAccess.renew();
  }

  private UUID ask(String phone) {
    if (codes.ask(phone, HOME, Locale.CHINESE) instanceof Asked.Sent(var asking)) {
      return asking;
    }
    throw new AssertionError("not sent");
  }

  private String code(String phone) {
    var code = phones.codes.get(phone);
    assertThat(code).matches("\\d{6}");
    return code == null ? "" : code;
  }

  private static String other(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  @Nested
  class Entering {

    @Test
    void isRightOnce() {
      var asking = ask(PHONE);
      assertThat(codes.enter(asking, code(PHONE), HOME)).isInstanceOf(Entered.Right.class);
      assertThat(codes.enter(asking, code(PHONE), HOME)).isEqualTo(WRONG);
    }

    @Test
    void isForTheBrowserThatAsked() {
      ask(PHONE);
      var another = ask("13900139000");
      assertThat(codes.enter(another, code(PHONE), HOME)).isEqualTo(WRONG);
      assertThat(codes.enter(UUID.randomUUID(), code(PHONE), HOME)).isEqualTo(WRONG);
    }

    @Test
    void isTooLateAfterItsLife() {
      var asking = ask(PHONE);
      TestingAccess.move(Duration.ofMinutes(5));
      assertThat(codes.enter(asking, code(PHONE), HOME)).isEqualTo(WRONG);
    }

    @Test
    void takesTheNewestCodeOnly() {
      var first = ask(PHONE);
      var old = code(PHONE);
      var second = ask(PHONE);
      assertThat(codes.enter(first, old, HOME)).isEqualTo(WRONG);
      assertThat(codes.enter(second, code(PHONE), HOME)).isInstanceOf(Entered.Right.class);
    }

    @Test
    void isOverAfterFiveMistakes() {
      var asking = ask(PHONE);
      for (int i = 0; i < 5; i++) {
        assertThat(codes.enter(asking, other(code(PHONE)), "10.0.9." + i)).isEqualTo(WRONG);
      }
      TestingAccess.move(Duration.ofMinutes(1));
      assertThat(codes.enter(asking, code(PHONE), HOME)).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "１２３４５６", "\u0000"})
    void survivesAnything(String typed) {
      assertThat(codes.enter(ask(PHONE), typed, HOME)).isEqualTo(WRONG);
    }

    @Test
    void comparesNoMoreOftenThanTheLimitAtOnce() throws Exception {
      var asking = ask(PHONE);
      var wrong = other(code(PHONE));
      try (var threads = Executors.newFixedThreadPool(16)) {
        threads.invokeAll(
            IntStream.range(0, 200)
                .mapToObj(i -> (Callable<Entered>) () -> codes.enter(asking, wrong, "10.1.0." + i))
                .toList());
      }
      var tries =
          TestingAccess.database()
              .jdbc()
              .sql("select tries from access.phone_code")
              .query(Integer.class)
              .single();
      assertThat(tries).isEqualTo(5);
    }
  }

  @Nested
  class Asking {

    @Test
    void isAnsweredTheSameForEveryPhone() {
      for (var phone : List.of(PHONE, "13900139000", "19912345678")) {
        assertThat(codes.ask(phone, HOME, Locale.CHINESE)).isInstanceOf(Asked.Sent.class);
      }
    }

    @Test
    void isForMobilesOnly() {
      assertThat(codes.ask("03521234567", HOME, Locale.CHINESE)).isEqualTo(new Asked.NoMobile());
      assertThat(TestingEntry.codesUnsent().ask(PHONE, HOME, Locale.CHINESE))
          .isEqualTo(new Asked.NoSender());
    }

    @Test
    void waitsLongerAndLonger() {
      ask(PHONE);
      ask(PHONE);
      assertThat(codes.ask(PHONE, "10.0.0.8", Locale.CHINESE))
          .isEqualTo(new Asked.MustWait(Duration.ofMinutes(1)));
      TestingAccess.move(Duration.ofMinutes(1));
      ask(PHONE);
      assertThat(codes.ask(PHONE, HOME, Locale.CHINESE))
          .isEqualTo(new Asked.MustWait(Duration.ofMinutes(2)));
    }

    @Test
    void isLimitedForAnAddress() {
      for (int i = 0; i < 20; i++) {
        ask("138001380" + (10 + i));
      }
      assertThat(codes.ask(PHONE, HOME, Locale.CHINESE)).isInstanceOf(Asked.MustWait.class);
    }

    @Test
    void leavesNeitherCodeNorPhoneToBeRead() {
      ask(PHONE);
      var rows =
          TestingAccess.database()
              .jdbc()
              .sql("select phone_code::text as row from access.phone_code")
              .query(String.class)
              .list();
      assertThat(rows).hasSize(1);
      assertThat(rows.getFirst()).doesNotContain(PHONE, code(PHONE));
    }
  }
}
