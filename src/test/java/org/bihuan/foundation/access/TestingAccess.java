package org.bihuan.foundation.access;

import java.time.Clock;
import java.time.Duration;
import org.bihuan.foundation.access.Guesses.Whence;
import org.bihuan.foundation.storage.TestDatabase;
import org.springframework.transaction.support.TransactionTemplate;

/** The doors of the module for the tests of its own parts, over one database, with one clock. */
public final class TestingAccess {

  private static final AccessFixtures HOUSE = new AccessFixtures();

  private TestingAccess() {}

  /** As on the first day. */
  public static void renew() {
    HOUSE.renew();
    HOUSE.database.jdbc().sql("delete from access.resident").update();
    HOUSE.database.jdbc().sql("delete from access.phone_code").update();
    HOUSE.database.jdbc().sql("delete from access.link").update();
  }

  public static TestDatabase database() {
    return HOUSE.database;
  }

  public static Clock clock() {
    return HOUSE.clock;
  }

  public static void move(Duration by) {
    HOUSE.clock.move(by);
  }

  public static Guesses guesses() {
    return HOUSE.guesses;
  }

  public static Sessions sessions() {
    return HOUSE.sessions;
  }

  public static Staff staff() {
    return HOUSE.staff;
  }

  public static TransactionTemplate transaction() {
    return HOUSE.transaction;
  }

  /** Adds a clerk and signs them in. */
  public static SignIn.Ticket signedIn(String login) {
    return signedIn(login, HOUSE.add(login, Role.CLERK));
  }

  public static SignIn.Ticket signedIn(String login, String password) {
    if (HOUSE.sessions.signIn(login, password, Whence.of("10.0.0.1"))
        instanceof SignIn.Admitted(var ticket)) {
      return ticket;
    }
    throw new AssertionError("not admitted: " + login);
  }
}
