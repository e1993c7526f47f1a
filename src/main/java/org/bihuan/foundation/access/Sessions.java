package org.bihuan.foundation.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.CredentialSql.Credentials;
import org.bihuan.foundation.access.Guesses.Entrance;
import org.bihuan.foundation.access.Guesses.Whence;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.springframework.stereotype.Component;

/**
 * Turns a password, a session or a token into whoever acts. Rights come from the database each
 * time, so a change holds from the next request on. No transaction spans the hashing of a password:
 * it takes a tenth of a second, and a connection is too dear for that.
 */
@Component
public class Sessions {

  private static final Pattern TOKEN = Pattern.compile("bihuan_[A-Za-z0-9_-]{43}");
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final CredentialSql credentials;
  private final Guesses guesses;
  private final Passwords passwords;
  private final Clock clock;

  Sessions(CredentialSql credentials, Guesses guesses, Passwords passwords, Clock clock) {
    this.credentials = credentials;
    this.guesses = guesses;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Compares a password. Every attempt is counted before it is looked at, per login name, existing
   * or not, and per address.
   */
  public SignIn signIn(String login, String password, Whence whence) {
    var name = StaffRules.login(login);
    var attempt = new Guesses.Try(Entrance.PASSWORD, name, whence);
    return guarded(attempt, password, () -> credentials.credentials(name));
  }

  /** The same for one who is signed in and shows again who they are. */
  public SignIn prove(UUID staff, String password, Whence whence) {
    var attempt = new Guesses.Try(Entrance.PASSWORD_AGAIN, staff.toString(), whence);
    return guarded(attempt, password, () -> credentials.credentials(staff));
  }

  private SignIn guarded(
      Guesses.Try attempt, String password, Supplier<Optional<Credentials>> found) {
    var wait = guesses.admit(attempt);
    if (wait.isPositive()) {
      return new SignIn.MustWait(wait);
    }
    var known = found.get().filter(Credentials::active);
    var match =
        known
            .map(kept -> passwords.matches(password, kept.hash()))
            .orElseGet(() -> passwords.matchesNobody(password));
    return switch (match) {
      case NO -> new SignIn.Rejected();
      case BUSY -> new SignIn.MustWait(BUSY);
      case YES -> {
        guesses.succeeded(attempt);
        yield new SignIn.Admitted(known.map(c -> new Ticket(c.id(), c.stamp())).orElseThrow());
      }
    };
  }

  /** A member for whom another house has vouched, by login name; empty if unknown or disabled. */
  public Optional<Ticket> vouched(String login) {
    return credentials
        .credentials(StaffRules.login(login))
        .filter(Credentials::active)
        .map(kept -> new Ticket(kept.id(), kept.stamp()));
  }

  /** Who a session belongs to now; empty once it was ended or the account disabled. */
  public Optional<Actor> actor(Ticket ticket) {
    return credentials.byStamp(ticket.staff(), ticket.stamp()).map(Sessions::actor);
  }

  /** Who a bearer token acts for now; empty if it is unknown, expired or revoked. */
  public Optional<Actor> actor(String token) {
    return TOKEN.matcher(token).matches()
        ? credentials.byToken(RandomText.digest(token), clock.instant()).map(Sessions::actor)
        : Optional.empty();
  }

  private static Actor actor(StaffMember member) {
    return new Actor(member.id(), member.name(), member.roles(), member.unit());
  }
}
