package org.bihuan.foundation.access.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.foundation.access.Guesses.Whence;
import org.bihuan.foundation.access.TestingAccess;
import org.bihuan.foundation.access.entry.FactorSettings.Wanted;
import org.bihuan.foundation.access.entry.SecondFactor.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SecondFactorSqlTests {

  private static final Shown RIGHT = new Shown.Right();
  private static final Shown WRONG = new Shown.Wrong();
  private static final String OFFICE = "10.0.0.1";

  private final SecondFactor factors = TestingEntry.factors();
  private UUID limei = UUID.randomUUID();

  @BeforeEach
  void renews() {
    TestingAccess.renew();
    limei = TestingAccess.signedIn("limei").staff();
  }

  /** Sets the factor up; the present code is used up by that. */
  private List<String> setUp(UUID staff) {
    assertThat(factors.begin(staff, "limei", "Bihuan")).isPresent();
    return factors.confirm(staff, TestingEntry.code(staff, 0), OFFICE);
  }

  private Shown show(String code) {
    return factors.show(limei, code, Whence.of(OFFICE));
  }

  @Nested
  class SettingUp {

    @Test
    void isWorthNothingBeforeAFirstCode() {
      var begun = factors.begin(limei, "limei", "Bihuan").orElseThrow();
      assertThat(begun.uri())
          .isEqualTo("otpauth://totp/Bihuan:limei?secret=" + begun.secret() + "&issuer=Bihuan");
      assertThat(factors.isSetUp(limei)).isFalse();
      assertThat(show(TestingEntry.code(limei, 0))).isEqualTo(WRONG);
      assertThat(factors.confirm(limei, "000000", OFFICE)).isEmpty();
      assertThat(factors.isSetUp(limei)).isFalse();
    }

    @Test
    void givesTenRecoveryCodesOnce() {
      assertThat(setUp(limei)).hasSize(10).doesNotHaveDuplicates();
      assertThat(factors.isSetUp(limei)).isTrue();
      assertThat(factors.recoveryLeft(limei)).isEqualTo(10);
      assertThat(factors.begin(limei, "limei", "Bihuan")).isEmpty();
      assertThat(factors.confirm(limei, TestingEntry.code(limei, 1), OFFICE)).isEmpty();
    }

    @Test
    void isOwedOnlyWhereTheHouseAsksForIt() {
      assertThat(TestingEntry.factors(Wanted.REQUIRED).isOwed(limei)).isTrue();
      assertThat(factors.isOwed(limei)).isFalse();
      setUp(limei);
      assertThat(TestingEntry.factors(Wanted.REQUIRED).isOwed(limei)).isFalse();
      assertThat(TestingEntry.factors(Wanted.OFF).isSetUp(limei)).isFalse();
    }
  }

  @Nested
  class Showing {

    @Test
    void takesEachStepOnceAndNoneBeforeIt() {
      setUp(limei);
      assertThat(show(TestingEntry.code(limei, 0))).isEqualTo(WRONG);
      var next = TestingEntry.code(limei, 1);
      assertThat(show(next)).isEqualTo(RIGHT);
      assertThat(show(next)).isEqualTo(WRONG);
      TestingAccess.move(Duration.ofSeconds(60));
      assertThat(show(TestingEntry.code(limei, -1))).isEqualTo(WRONG);
      assertThat(show(" " + TestingEntry.code(limei, 0).replaceAll("(...)", "$1 ")))
          .isEqualTo(RIGHT);
    }

    @Test
    void refusesTheCodeOfAnother() {
      setUp(limei);
      var wangqiang = TestingAccess.signedIn("wangqiang").staff();
      var recovery = setUp(wangqiang);
      assertThat(show(TestingEntry.code(wangqiang, 1))).isEqualTo(WRONG);
      assertThat(show(recovery.getFirst())).isEqualTo(WRONG);
      assertThat(show("")).isEqualTo(WRONG);
    }

    @Test
    void takesEachRecoveryCodeOnce() {
      var codes = setUp(limei);
      assertThat(show(codes.getFirst().toUpperCase(Locale.ROOT))).isEqualTo(RIGHT);
      assertThat(show(codes.getFirst())).isEqualTo(WRONG);
      assertThat(show(codes.get(1).replace("-", " "))).isEqualTo(RIGHT);
      assertThat(factors.recoveryLeft(limei)).isEqualTo(8);
    }

    @Test
    void isOverOnceTheFactorIsDropped() {
      setUp(limei);
      assertThat(factors.drop(limei)).isTrue();
      assertThat(factors.drop(limei)).isFalse();
      assertThat(factors.isSetUp(limei)).isFalse();
    }
  }

  @Nested
  class AtOnce {

    private long count(Shown kind, Callable<Shown> call) throws Exception {
      try (var threads = Executors.newFixedThreadPool(16)) {
        int found = 0;
        for (var one : threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> call).toList())) {
          found += one.get().equals(kind) ? 1 : 0;
        }
        return found;
      }
    }

    @Test
    void noMoreThanTheLimitAreCompared() throws Exception {
      setUp(limei);
      assertThat(count(WRONG, () -> show("123456"))).isLessThanOrEqualTo(5);
    }

    @Test
    void oneCodeLetsOneIn() throws Exception {
      setUp(limei);
      var code = TestingEntry.code(limei, 1);
      assertThat(count(RIGHT, () -> show(code))).isEqualTo(1);
    }
  }
}
