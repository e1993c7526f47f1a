package org.bihuan.foundation.access;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bihuan.foundation.access.Outcome.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hashes passwords with Argon2id. Each hash takes a tenth of a second and much memory on purpose,
 * so only a few are made at once; the others wait their turn, and not for long.
 */
@Component
class Passwords {

  /** Longer input is never hashed; no password of ours is this long. */
  static final int LONGEST = 256;

  /** Fewer different characters are no password. */
  private static final int FEWEST = 5;

  private final Argon2PasswordEncoder encoder;
  private final Semaphore turns;
  private final Duration patience;
  private final Supplier<String> nobody;
  private final Lengths lengths;

  Passwords(Cost cost, Lengths lengths) {
    this.lengths = lengths;
    this.encoder = new Argon2PasswordEncoder(16, 32, 1, cost.memoryKib(), cost.iterations());
    this.turns = new Semaphore(cost.atOnce());
    this.patience = cost.patience();
    this.nobody = SingletonSupplier.of(() -> encode("nobody has this password"));
  }

  /**
   * What a hash costs.
   *
   * @param memoryKib memory of one hash
   * @param iterations passes over it
   * @param atOnce hashes made at the same time
   * @param patience how long one waits for a turn
   */
  @ConfigurationProperties("bihuan.password")
  record Cost(
      @DefaultValue("32768") int memoryKib,
      @DefaultValue("3") int iterations,
      @DefaultValue("2") int atOnce,
      @DefaultValue("5s") Duration patience) {}

  /**
   * How long a password may be that somebody chose. No composition is asked for: length is worth
   * more.
   *
   * @param shortest OWASP asks for 15 where a password may stand alone
   * @param longest never below 64, so that sentences fit
   */
  @ConfigurationProperties("bihuan.password")
  record Lengths(@DefaultValue("15") int shortest, @DefaultValue("128") int longest) {

    Lengths {
      if (shortest < 8 || longest < 64 || longest > LONGEST) {
        throw new IllegalArgumentException(
            "a password has at least 8 characters; longest is 64 to " + LONGEST);
      }
    }
  }

  /** Why somebody cannot have this password of their own choice. */
  Optional<Refusal> refusal(String login, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < lengths.shortest()) {
      return Optional.of(Refusal.PASSWORD_SHORT);
    }
    if (password.length() > lengths.longest()) {
      return Optional.of(Refusal.PASSWORD_LONG);
    }
    boolean plain = password.chars().distinct().count() < FEWEST || password.contains(login);
    return plain || CommonPasswords.contains(password)
        ? Optional.of(Refusal.PASSWORD_COMMON)
        : Optional.empty();
  }

  /** The shortest password one may choose. */
  int shortest() {
    return lengths.shortest();
  }

  /** How a comparison ended. */
  enum Match {
    YES,
    NO,
    /** Too many wait already; nothing was compared. */
    BUSY
  }

  String encode(String password) {
    var hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("no hash was made");
    }
    return hash;
  }

  /** Compares with the hash of nobody, so that an unknown name costs as much as a known one. */
  Match matchesNobody(String password) {
    var match = matches(password, nobody.get());
    return match == Match.BUSY ? Match.BUSY : Match.NO;
  }

  Match matches(String password, String hash) {
    try {
      if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Match.BUSY;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Match.BUSY;
    }
    try {
      var bounded = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
      boolean same = encoder.matches(bounded, hash);
      return same && password.length() <= LONGEST ? Match.YES : Match.NO;
    } finally {
      turns.release();
    }
  }
}
