package org.bihuan.foundation.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down whoever guesses: a few free tries, then a wait that doubles, by the same limits as
 * signing in. Every try counts before anything is compared, so that many at once count as many.
 */
@Component
public class Guesses {

  private final AttemptSql sql;
  private final SignInLimits limits;
  private final Clock clock;

  Guesses(AttemptSql sql, SignInLimits limits, Clock clock) {
    this.sql = sql;
    this.limits = limits;
    this.clock = clock;
  }

  /** Every place where a secret is compared; each is counted by this guard first. */
  public enum Entrance {
    /** A password at sign-in. */
    PASSWORD,
    /** A password of one who is signed in. */
    PASSWORD_AGAIN,
    /** A code or recovery code of a second factor. */
    SECOND_FACTOR,
    /** The answer of a passkey, or a new one. */
    PASSKEY,
    /** A code that was sent to a phone. */
    PHONE_CODE,
    /** Asking for such a code: each costs money and attention. */
    CODE_SENDING,
    /** The link that makes the first administrator. */
    FIRST_ADMIN
  }

  /**
   * Where a try comes from.
   *
   * @param address the other end of the line
   * @param device the browser from which this member signed in before; absent if it is not known as
   *     one
   */
  public record Whence(String address, @Nullable String device) {

    /** From an address, nothing known of the browser. */
    public static Whence of(String address) {
      return new Whence(address, null);
    }
  }

  /** Somebody tries to come in: where, as whom, from where. */
  public record Try(Entrance entrance, String subject, Whence whence) {

    /** From an address of which nothing else is known. */
    public Try(Entrance entrance, String subject, String address) {
      this(entrance, subject, Whence.of(address));
    }

    private String subjectKey() {
      return digest(entrance.name(), subject);
    }

    private String addressKey() {
      return digest("address", block(whence.address()));
    }

    /** Absent where the browser is not known as one of this subject's. */
    private @Nullable String deviceKey() {
      var device = whence.device();
      return device == null ? null : digest("device", entrance.name() + "\n" + device);
    }

    /** Names nobody: tries end up in logs. */
    @Override
    public String toString() {
      return "Try at " + entrance;
    }
  }

  /**
   * Counts a try before anything is compared: from its address, as its subject, and among those of
   * everybody; or, from a device the subject is known to use, of that device alone, so that
   * strangers who fail keep nobody from their own desk. Zero if it may go on, else how long to
   * wait.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Duration admit(Try one) {
    return admit(one, limits.tries(), limits.firstWait(), limits.longestWait());
  }

  /** The same with waits of the entrance's own. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Duration admit(Try one, int tries, Duration first, Duration longest) {
    var now = clock.instant();
    var own = limits.waiting(first, longest);
    var device = one.deviceKey();
    if (device != null) {
      return sql.admit(device, tries, own, now) ? Duration.ZERO : sql.wait(device, now);
    }
    return admit(one, tries, own, now);
  }

  private Duration admit(Try one, int tries, SignInLimits own, Instant now) {
    var window = limits.waiting(limits.allWindow(), limits.allWindow());
    if (!sql.admit(one.addressKey(), limits.addressTries(), limits, now)) {
      return sql.wait(one.addressKey(), now);
    }
    if (!sql.admit(one.subjectKey(), tries, own, now)) {
      return sql.wait(one.subjectKey(), now);
    }
    return sql.admit(all(now), limits.allTries(), window, now)
        ? Duration.ZERO
        : sql.wait(all(now), now);
  }

  /**
   * The try was right: forgets the failures of its subject and takes back this one of its address;
   * from a known device it forgets those of the device, and what strangers failed stays counted.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void succeeded(Try one) {
    var now = clock.instant();
    var device = one.deviceKey();
    if (device != null) {
      sql.forgive(device);
      return;
    }
    sql.takeBack(one.addressKey(), now);
    sql.forgive(one.subjectKey());
    sql.takeBack(all(now), now);
    sql.forget(now.minus(limits.forgetAfter()));
  }

  private String all(Instant now) {
    return digest("all", Long.toString(now.toEpochMilli() / limits.allWindow().toMillis()));
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
  private static String digest(String kind, String value) {
    return HexFormat.of().formatHex(RandomText.digest(kind + "\n" + value));
  }

  /** Counts a try under a key; false if the key has to wait. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean admit(String key) {
    return sql.admit(digest("guess", key), limits.tries(), limits, clock.instant());
  }

  /** The same for an address, which many people may share: more tries are free. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean admitFromAddress(String key) {
    return sql.admit(digest("guess", key), limits.addressTries(), limits, clock.instant());
  }

  /**
   * The try was right: takes back that one. What was counted before stays, so that nobody washes
   * guesses away with a right answer of their own.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void takeBack(String key) {
    sql.takeBack(digest("guess", key), clock.instant());
  }

  /** How long the key has to wait; zero if it has not. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Duration wait(String key) {
    return sql.wait(digest("guess", key), clock.instant());
  }

  /** The guess was right: forgets what was counted. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void forgive(String key) {
    sql.forgive(digest("guess", key));
  }
}
