package org.bihuan.foundation.access.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.foundation.access.Guesses;
import org.bihuan.foundation.access.Guesses.Entrance;
import org.bihuan.foundation.access.Guesses.Try;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.Outcome.Refusal;
import org.bihuan.foundation.access.Outcome.Refused;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first administrator, whom nobody can add, comes by a link that is printed on the machine, is
 * good once and not for long, and only while there is no administrator. So no house has a password
 * that others know.
 */
@Component
public class FirstAdmin {

  private static final Duration LIFE = Duration.ofHours(1);
  private static final String LINK = "first admin";

  private final LinkSql sql;
  private final Staff staff;
  private final Guesses guesses;
  private final Seals seals;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FirstAdmin(
      LinkSql sql,
      Staff staff,
      Guesses guesses,
      Seals seals,
      TransactionTemplate transaction,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.staff = staff;
    this.guesses = guesses;
    this.seals = seals;
    this.clock = clock;
  }

  /** The end of a link to hand over once, and when it is worthless. */
  public record Link(String path, Instant expiresAt) {

    /** Without the secret in it. */
    @Override
    public String toString() {
      return "Link until " + expiresAt;
    }
  }

  /** What somebody chose for themselves. */
  public record Chosen(String login, String name, String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Chosen";
    }
  }

  /** True while nobody administers the house. */
  @Transactional(readOnly = true)
  public boolean isMissing() {
    return !staff.hasAdmin();
  }

  /** Makes the link; those made before are worth nothing from now on. */
  @Transactional
  public Outcome<Link> link() {
    if (staff.hasAdmin()) {
      return new Refused<>(Refusal.ADMIN_EXISTS);
    }
    var token = seals.token();
    var expiresAt = clock.instant().plus(LIFE);
    sql.put(seals.digest(LINK, token), expiresAt);
    return new Outcome.Done<>(new Link("/first-admin?token=" + token, expiresAt));
  }

  /** True if a form may be shown for this link; each look counts as a try. */
  public boolean isGood(String token, String address) {
    var attempt = new Try(Entrance.FIRST_ADMIN, address, address);
    if (guesses.admit(attempt).isPositive() || staff.hasAdmin()) {
      return false;
    }
    boolean good = sql.isGood(seals.digest(LINK, token), clock.instant());
    if (good) {
      guesses.succeeded(attempt);
    }
    return good;
  }

  /** Uses the link up and makes the administrator; if that is refused the link stays good. */
  public Outcome<StaffMember> use(String token, Chosen chosen, String address) {
    var attempt = new Try(Entrance.FIRST_ADMIN, address, address);
    if (guesses.admit(attempt).isPositive()) {
      return new Refused<>(Refusal.LINK_UNKNOWN);
    }
    var made =
        transaction.execute(
            status -> {
              var outcome = take(token, chosen);
              if (outcome instanceof Refused<StaffMember>) {
                status.setRollbackOnly();
              }
              return outcome;
            });
    if (!(made instanceof Refused<StaffMember>(var reason) && reason == Refusal.LINK_UNKNOWN)) {
      guesses.succeeded(attempt);
    }
    return made;
  }

  private Outcome<StaffMember> take(String token, Chosen chosen) {
    return sql.take(seals.digest(LINK, token), clock.instant())
        ? staff.first(chosen.login(), chosen.name(), chosen.password())
        : new Refused<>(Refusal.LINK_UNKNOWN);
  }
}
