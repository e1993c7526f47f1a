package org.bihuan.foundation.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.bihuan.foundation.access.Outcome.Done;
import org.bihuan.foundation.access.Outcome.Refused;
import org.bihuan.foundation.places.TestingPlaces;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The doors of the module over a fresh database with the units loaded, and a clock one can move.
 */
final class AccessFixtures {

  private static final Instant BEGIN = Instant.parse("2026-11-23T02:00:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final TestingClock clock = new TestingClock();
  final SignInLimits limits =
      new SignInLimits(
          5,
          20,
          Duration.ofSeconds(30),
          Duration.ofMinutes(15),
          Duration.ofDays(1),
          600,
          Duration.ofMinutes(1));
  final Passwords passwords =
      new Passwords(
          new Passwords.Cost(64, 1, 4, Duration.ofSeconds(30)), new Passwords.Lengths(15, 128));
  final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
  final Units units;
  final Staff staff;
  final Guesses guesses;
  final Sessions sessions;

  AccessFixtures() {
    var district = new District(140213);
    var places = TestingPlaces.loaded(database.jdbc(), clock, district);
    units = new Units(new UnitSql(database.jdbc()), places, clock, district);
    var credentials = new CredentialSql(database.jdbc());
    staff = new Staff(new StaffSql(database.jdbc()), credentials, units, passwords, clock);
    guesses = new Guesses(new AttemptSql(database.jdbc()), limits, clock);
    sessions = new Sessions(credentials, guesses, passwords, clock);
  }

  /**
   * As on the first day: the units of the file, no staff, no attempts, the clock where it began.
   */
  void renew() {
    for (var table : List.of("attempt", "token", "staff_role", "staff", "unit", "edition")) {
      database.jdbc().sql("delete from access." + table).update();
    }
    units.load();
    clock.now.set(BEGIN);
  }

  /** Adds somebody and returns the password. */
  String add(String login, Role... roles) {
    return done(staff.add(
            new Staff.Newcomer(login, "姓名" + login, "dispatch-centre", Set.of(roles))))
        .password();
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(var value) -> value;
      case Refused<T>(var reason) -> throw new AssertionError("refused: " + reason.code());
    };
  }

  static String refusal(Outcome<?> outcome) {
    return switch (outcome) {
      case Done<?>(var value) -> "none";
      case Refused<?>(var reason) -> reason.code();
    };
  }

  /** Stands still until it is moved. */
  static final class TestingClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);

    void move(Duration by) {
      now.updateAndGet(at -> at.plus(by));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
