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

class KnownDevicesSqlTests {

  private static final Whence OFFICE = Whence.of("10.0.0.1");
  private static final Whence DESK = new Whence("10.0.0.1", "desk");
  private static final SignIn REJECTED = new SignIn.Rejected();

  private static final AccessFixtures HOUSE = new AccessFixtures();

  private String password = "";

  @BeforeEach
  void renews() {
    HOUSE.renew();
    password = HOUSE.add("limei", Role.CLERK);
  }

  private static SignIn wrong(Whence whence) {
    return HOUSE.sessions.signIn("limei", "wrong", whence);
  }

  private SignIn right(Whence whence) {
    return HOUSE.sessions.signIn("limei", password, whence);
  }

  @Nested
  class AKnownDevice {

    @Test
    void isNotSlowedByStrangers() {
      for (int i = 0; i < 30; i++) {
        wrong(Whence.of("10.9.0." + i));
        HOUSE.sessions.signIn("name" + i, "wrong", OFFICE);
      }
      assertThat(right(OFFICE)).isInstanceOf(SignIn.MustWait.class);
      assertThat(right(DESK)).isInstanceOf(SignIn.Admitted.class);
      assertThat(right(OFFICE)).isInstanceOf(SignIn.MustWait.class);
    }

    @Test
    void hasFiveTriesOfItsOwn() {
      for (int i = 0; i < 5; i++) {
        assertThat(wrong(DESK)).isEqualTo(REJECTED);
      }
      assertThat(right(DESK)).isEqualTo(new SignIn.MustWait(Duration.ofSeconds(30)));
      assertThat(right(OFFICE)).isInstanceOf(SignIn.Admitted.class);
      HOUSE.clock.move(Duration.ofSeconds(30));
      assertThat(right(DESK)).isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void comparesNoMoreThanItsTriesAtOnce() throws Exception {
      try (var threads = Executors.newFixedThreadPool(16)) {
        Callable<SignIn> call = () -> wrong(DESK);
        int compared = 0;
        for (var one : threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> call).toList())) {
          compared += one.get().equals(REJECTED) ? 1 : 0;
        }
        assertThat(compared).isEqualTo(5);
      }
    }
  }

  @Nested
  class TheWork {

    /** Counts what is hashed; takes nothing away from it. */
    private static final class Counting extends Passwords {

      private int hashes;

      Counting() {
        super(new Cost(64, 1, 4, Duration.ofSeconds(30)), new Lengths(15, 128));
      }

      @Override
      Match matches(String password, String hash) {
        hashes++;
        return super.matches(password, hash);
      }
    }

    private int hashes(String login, String password) {
      var counting = new Counting();
      var sql = new CredentialSql(HOUSE.database.jdbc());
      new Sessions(sql, HOUSE.guesses, counting, HOUSE.clock).signIn(login, password, OFFICE);
      return counting.hashes;
    }

    @Test
    void isTheSameForRightWrongUnknownAndDisabled() {
      var gone = HOUSE.add("zhangwei", Role.CLERK);
      HOUSE.staff.disable("zhangwei");
      assertThat(hashes("limei", password)).isEqualTo(1);
      assertThat(hashes("limei", "wrong")).isEqualTo(1);
      assertThat(hashes("nobody", "wrong")).isEqualTo(1);
      assertThat(hashes("no login name at all", "wrong")).isEqualTo(1);
      assertThat(hashes("zhangwei", gone)).isEqualTo(1);
    }

    @Test
    void isNoneForWhoHasToWait() {
      IntStream.range(0, 5).forEach(i -> wrong(OFFICE));
      assertThat(hashes("limei", password)).isZero();
    }
  }
}
