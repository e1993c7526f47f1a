package org.bihuan.foundation.access.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Guesses;
import org.bihuan.foundation.access.Guesses.Entrance;
import org.bihuan.foundation.access.Guesses.Try;
import org.bihuan.foundation.access.Guesses.Whence;
import org.bihuan.foundation.access.entry.FactorSettings.Wanted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor of staff: codes of an authenticator, each good once, and recovery codes for the
 * day it is lost. No transaction spans a comparison, so that a try stays counted.
 */
@Component
public class SecondFactor {

  /** As RFC 4226 recommends. */
  private static final int SECRET_BYTES = 20;

  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_LENGTH = 10;
  private static final String WITHOUT_LOOK_ALIKES = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final String SECRET = "factor secret";
  private static final String RECOVERY = "recovery code";

  private final FactorSql sql;
  private final PasskeySql passkeys;
  private final Guesses guesses;
  private final Seals seals;
  private final FactorSettings settings;
  private final Clock clock;

  SecondFactor(
      FactorSql sql,
      PasskeySql passkeys,
      Guesses guesses,
      Seals seals,
      FactorSettings settings,
      Clock clock) {
    this.sql = sql;
    this.passkeys = passkeys;
    this.guesses = guesses;
    this.seals = seals;
    this.settings = settings;
    this.clock = clock;
  }

  /** What showing a code comes to. */
  public sealed interface Shown {
    /** A code of the present minute, or a recovery code; used up now. */
    record Right() implements Shown {}

    /** Wrong, old or used: nobody is told which. */
    record Wrong() implements Shown {}

    /** Too many tries; nothing was compared. */
    record MustWait(Duration remaining) implements Shown {}
  }

  /** What an authenticator has to know; for one pair of eyes. */
  public record Enrolment(String secret, String uri) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Enrolment";
    }
  }

  /** True if this house has second factors at all. */
  public boolean isOffered() {
    return settings.secondFactor() != Wanted.OFF;
  }

  /** True if a member has codes or a passkey, so that a password is not enough. */
  @Transactional(readOnly = true)
  public boolean isAsked(UUID staff) {
    return isOffered() && sql.hasAny(staff);
  }

  /** True if a member has codes. */
  @Transactional(readOnly = true)
  public boolean isSetUp(UUID staff) {
    return isOffered() && sql.find(staff).filter(FactorSql.Kept::confirmed).isPresent();
  }

  /** True if the house asks for one and this member has none. */
  boolean isOwed(UUID staff) {
    return settings.secondFactor() == Wanted.REQUIRED && !sql.hasAny(staff);
  }

  /** True if members may do without. */
  public boolean isFree() {
    return settings.secondFactor() != Wanted.REQUIRED;
  }

  /** How many recovery codes are left. */
  @Transactional(readOnly = true)
  public int recoveryLeft(UUID staff) {
    return sql.recoveryLeft(staff);
  }

  /** Makes a new secret, worth nothing until confirmed; empty if the member has a factor. */
  @Transactional
  public Optional<Enrolment> begin(UUID staff, String account, String house) {
    var secret = seals.bytes(SECRET_BYTES);
    return sql.put(staff, seals.close(secret, SECRET, staff), clock.instant())
        ? Optional.of(enrolment(secret, account, house))
        : Optional.empty();
  }

  /** The secret that waits to be confirmed, to be shown once more. */
  @Transactional(readOnly = true)
  public Optional<Enrolment> begun(UUID staff, String account, String house) {
    return sql.find(staff)
        .filter(kept -> !kept.confirmed())
        .map(kept -> enrolment(seals.open(kept.secret(), SECRET, staff), account, house));
  }

  /**
   * A first code shows that the authenticator works: from now on the factor is asked for. Returns
   * the recovery codes, shown once; none if the code is not right.
   */
  public List<String> confirm(UUID staff, String code, String address) {
    var attempt = new Try(Entrance.SECOND_FACTOR, staff.toString(), address);
    if (guesses.admit(attempt).isPositive()) {
      return List.of();
    }
    var kept = sql.find(staff).filter(one -> !one.confirmed());
    if (kept.isEmpty()) {
      return List.of();
    }
    var now = clock.instant();
    var step = Totp.match(seals.open(kept.get().secret(), SECRET, staff), compact(code), now);
    if (step.isEmpty() || !sql.confirm(staff, step.getAsLong(), now)) {
      return List.of();
    }
    guesses.succeeded(attempt);
    return recovery(staff);
  }

  /** Compares a code with those of the present minute and with the recovery codes. */
  public Shown show(UUID staff, String code, Whence whence) {
    var attempt = new Try(Entrance.SECOND_FACTOR, staff.toString(), whence);
    var wait = guesses.admit(attempt);
    if (wait.isPositive()) {
      return new Shown.MustWait(wait);
    }
    if (!takes(staff, compact(code))) {
      return new Shown.Wrong();
    }
    guesses.succeeded(attempt);
    return new Shown.Right();
  }

  private boolean takes(UUID staff, String code) {
    var kept = sql.find(staff).filter(FactorSql.Kept::confirmed);
    if (kept.isEmpty()) {
      return false;
    }
    var now = clock.instant();
    var step = Totp.match(seals.open(kept.get().secret(), SECRET, staff), code, now);
    return step.isPresent()
        ? sql.useStep(staff, step.getAsLong())
        : sql.useRecovery(staff, digest(staff, code), now);
  }

  /** New recovery codes instead of those there were; shown once. */
  private List<String> recovery(UUID staff) {
    var codes = new ArrayList<String>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      codes.add(recoveryCode());
    }
    sql.putRecovery(staff, codes.stream().map(code -> digest(staff, compact(code))).toList());
    return codes;
  }

  /** Fifty bits in two groups of five. */
  private String recoveryCode() {
    var text = new StringBuilder();
    for (byte next : seals.bytes(RECOVERY_LENGTH)) {
      text.append(WITHOUT_LOOK_ALIKES.charAt(next & 31));
    }
    return text.insert(RECOVERY_LENGTH / 2, '-').toString();
  }

  /** Gives the codes up; false if there were none. */
  @Transactional
  public boolean drop(UUID staff) {
    return sql.drop(staff);
  }

  /** Gives codes and passkeys up, for one who has lost them; false if there were none. */
  @Transactional
  public boolean forget(UUID staff) {
    boolean codes = sql.drop(staff);
    return passkeys.removeAll(staff) > 0 || codes;
  }

  private byte[] digest(UUID staff, String code) {
    return seals.digest(RECOVERY, staff + "\n" + code);
  }

  /** As people type it: blanks and hyphens are taken off, capitals are small letters. */
  private static String compact(String code) {
    return code.length() > 40 ? "" : code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  private static Enrolment enrolment(byte[] secret, String account, String house) {
    var text = Totp.base32(secret);
    var label = encoded(house) + ":" + encoded(account);
    return new Enrolment(
        text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + encoded(house));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
