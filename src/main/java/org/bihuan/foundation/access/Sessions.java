package org.bihuan.foundation.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.CredentialSql.Credentials;
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
  private final AttemptSql attempts;
  private final Passwords passwords;
  private final SignInLimits limits;
  private final Clock clock;

  Sessions(
      CredentialSql credentials,
      AttemptSql attempts,
      Passwords passwords,
      SignInLimits limits,
      Clock clock) {
    this.credentials = credentials;
    this.attempts = attempts;
    this.passwords = passwords;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Compares a password. Every attempt is counted before it is looked at, per login name, existing
   * or not, and per address.
   */
  public SignIn signIn(String login, String password, String address) {
    var name = StaffRules.login(login);
    var byName = key("login", name);
    var byAddress = key("address", block(address));
    var now = clock.instant();
    if (!attempts.admit(byAddress, limits.addressTries(), limits, now)) {
      return new SignIn.MustWait(attempts.wait(byAddress, now));
    }
    if (!attempts.admit(byName, limits.tries(), limits, now)) {
      return new SignIn.MustWait(attempts.wait(byName, now));
    }
    var known = credentials.credentials(name).filter(Credentials::active);
    var match =
        known
            .map(kept -> passwords.matches(password, kept.hash()))
            .orElseGet(() -> passwords.matchesNobody(password));
    return switch (match) {
      case NO -> new SignIn.Rejected();
      case BUSY -> new SignIn.MustWait(BUSY);
      case YES -> {
        attempts.forgive(byName);
        attempts.takeBack(byAddress, now);
        attempts.forget(now.minus(limits.forgetAfter()));
        yield new SignIn.Admitted(known.map(c -> new Ticket(c.id(), c.stamp())).orElseThrow());
      }
    };
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

  /** An IPv6 household has 2^64 addresses: the first half counts. */
  private static String block(String address) {
    if (!address.contains(":")) {
      return address;
    }
    var groups = address.split(":", -1);
    return String.join(":", Arrays.asList(groups).subList(0, Math.min(4, groups.length)));
  }

  /** A digest keeps rows short whatever is typed, and keeps names and addresses out of dumps. */
  private static String key(String kind, String value) {
    return HexFormat.of().formatHex(RandomText.digest(kind + "\n" + value));
  }
}
