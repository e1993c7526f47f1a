package org.bihuan.foundation.access.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.CodeSender;
import org.bihuan.foundation.access.Guesses;
import org.bihuan.foundation.access.Guesses.Entrance;
import org.bihuan.foundation.access.Guesses.Try;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Residents sign in by six digits sent to their phone. Nobody looks whether a phone is known, so
 * that nobody can find out. A code belongs to the browser that asked for it: others can neither use
 * it nor use its tries up.
 */
@Component
public class PhoneCodes {

  private static final int DIGITS = 6;
  private static final String CODE = "phone code";
  private static final Pattern FORM = Pattern.compile("\\d{" + DIGITS + "}");
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

  private final CodeSql sql;
  private final Guesses guesses;
  private final Seals seals;
  private final CodeLimits limits;
  private final ObjectProvider<CodeSender> senders;
  private final Clock clock;

  PhoneCodes(
      CodeSql sql,
      Guesses guesses,
      Seals seals,
      CodeLimits limits,
      ObjectProvider<CodeSender> senders,
      Clock clock) {
    this.sql = sql;
    this.guesses = guesses;
    this.seals = seals;
    this.limits = limits;
    this.senders = senders;
    this.clock = clock;
  }

  /** What asking for a code comes to. */
  public sealed interface Asked {
    /** It is on its way; the id belongs into the session of the browser that asked. */
    record Sent(UUID asking) implements Asked {}

    /** Codes go to mobile phones only. */
    record NoMobile() implements Asked {}

    /** Too many were sent to this phone, from this address, or at all. */
    record MustWait(Duration remaining) implements Asked {}

    /** This house has nobody who sends codes. */
    record NoSender() implements Asked {}

    /** Whoever sends codes did not take this one. */
    record NotSent() implements Asked {}
  }

  /** What entering a code comes to. */
  public sealed interface Entered {
    /** It was right, and is used up. */
    record Right(Shown shown) implements Entered {}

    /** Wrong, used, too old, or mistyped too often: nobody is told which. */
    record Wrong() implements Entered {}

    /** Too many tries from this address. */
    record MustWait(Duration remaining) implements Entered {}
  }

  /** A phone somebody has just shown to be theirs; only this door makes one. */
  public static final class Shown {

    private final String phone;

    private Shown(String phone) {
      this.phone = phone;
    }

    String phone() {
      return phone;
    }
  }

  /** True if somebody sends codes here. */
  public boolean isOffered() {
    return senders.getIfAvailable() != null;
  }

  public Duration life() {
    return limits.life();
  }

  /** Sends a code to a phone, given in digits; known phones and unknown ones are the same. */
  public Asked ask(String phone, String address, Locale language) {
    var sender = senders.getIfAvailable();
    if (sender == null) {
      return new Asked.NoSender();
    }
    if (!MOBILE.matcher(phone).matches()) {
      return new Asked.NoMobile();
    }
    var attempt = new Try(Entrance.CODE_SENDING, seals.name(Visits.PHONE, phone), address);
    var wait = guesses.admit(attempt, limits.sends(), limits.firstWait(), limits.longestWait());
    if (wait.isPositive()) {
      return new Asked.MustWait(wait);
    }
    return send(phone, sender, language);
  }

  private Asked send(String phone, CodeSender sender, Locale language) {
    var now = clock.instant();
    var asking = seals.id();
    var code = seals.digits(DIGITS);
    sql.forget(now);
    sql.put(
        new CodeSql.Sent(
            asking,
            seals.digest(Visits.PHONE, phone),
            seals.close(phone.getBytes(UTF_8), CODE, asking),
            digest(asking, code),
            now.plus(limits.life())));
    return sender.send(phone, code, limits.life(), language)
        ? new Asked.Sent(asking)
        : new Asked.NotSent();
  }

  /** Compares a code with the one that was sent; each try counts before that. */
  public Entered enter(UUID asking, String code, String address) {
    var attempt = new Try(Entrance.PHONE_CODE, asking.toString(), address);
    var wait = guesses.admit(attempt);
    if (wait.isPositive()) {
      return new Entered.MustWait(wait);
    }
    var bounded = FORM.matcher(code).matches() ? code : "";
    if (!sql.count(asking, limits.tries(), clock.instant())) {
      return new Entered.Wrong();
    }
    var taken = sql.take(asking, digest(asking, bounded));
    if (taken.isEmpty()) {
      return new Entered.Wrong();
    }
    guesses.succeeded(attempt);
    return new Entered.Right(new Shown(new String(seals.open(taken.get(), CODE, asking), UTF_8)));
  }

  /** The phone a code went to, for the browser that asked; empty once it is used or too old. */
  public Optional<String> phone(UUID asking) {
    return sql.phone(asking).map(closed -> new String(seals.open(closed, CODE, asking), UTF_8));
  }

  private byte[] digest(UUID asking, String code) {
    return seals.digest(CODE, asking + "\n" + code);
  }
}
