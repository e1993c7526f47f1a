package org.bihuan.foundation.access.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Guesses;
import org.bihuan.foundation.access.Guesses.Entrance;
import org.bihuan.foundation.access.Guesses.Try;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.access.entry.PasskeyCheck.Claimed;
import org.bihuan.foundation.access.entry.PasskeySql.Kept;
import org.bihuan.foundation.access.entry.PasskeySql.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passkeys of staff: something one has that is opened by something one knows or is, and so both
 * factors at once. No name is typed: the passkey says whose it is, so there is nothing to ask about
 * who is known here.
 */
@Component
public class Passkeys {

  private static final int CHALLENGE_BYTES = 32;
  private static final int LONGEST_NAME = 60;

  private final PasskeySql sql;
  private final PasskeyCheck check;
  private final PasskeySettings settings;
  private final Guesses guesses;
  private final Seals seals;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Passkeys(
      PasskeySql sql,
      PasskeyCheck check,
      Guesses guesses,
      Seals seals,
      TransactionTemplate transaction,
      Clock clock) {
    this.sql = sql;
    this.check = check;
    this.settings = check.settings();
    this.guesses = guesses;
    this.seals = seals;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What was asked of a browser: kept in its session, answered once. */
  public record Challenge(byte[] bytes, Instant until) implements Serializable {}

  /** A passkey as its owner sees it. */
  public record Passkey(
      UUID id, String name, boolean synced, Instant madeAt, @Nullable Instant usedAt) {}

  /** What adding one comes to. */
  public enum Added {
    ADDED,
    /** It has no name, or too long a one. */
    NAME_WRONG,
    /** It is not what was asked for, it is known already, or there are too many. */
    NOT_TAKEN,
    /** Too many tries. */
    MUST_WAIT
  }

  /** What showing one comes to. */
  public sealed interface Shown {
    /** Its owner is here. */
    record Right(Ticket ticket) implements Shown {}

    /** Unknown, removed, of a disabled member, badly signed, too late: nobody is told which. */
    record Wrong() implements Shown {}

    /** Too many tries; nothing was compared. */
    record MustWait(Duration remaining) implements Shown {}
  }

  /** True if passkeys can be used under this address. */
  public boolean isOffered(String host) {
    return settings.serves(host);
  }

  /** Asks a browser for something nobody can foresee. */
  public Challenge ask() {
    return new Challenge(seals.bytes(CHALLENGE_BYTES), clock.instant().plus(settings.life()));
  }

  /** What a browser has to know to make a passkey, as WebAuthn calls it. */
  public Map<String, Object> making(Challenge asked, StaffMember member, String house) {
    var known =
        sql.of(member.id()).stream()
            .map(one -> Map.of("type", "public-key", "id", text(one.credential())))
            .toList();
    return Map.of(
        "challenge",
        text(asked.bytes()),
        "rp",
        Map.of("id", settings.rpId(), "name", house),
        "user",
        Map.of(
            "id", text(handle(member.id())), "name", member.login(), "displayName", member.name()),
        "pubKeyCredParams",
        PasskeyCheck.ALGORITHMS.stream()
            .map(one -> Map.of("type", "public-key", "alg", one))
            .toList(),
        "authenticatorSelection",
        Map.of(
            "residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
        "attestation",
        "none",
        "excludeCredentials",
        known,
        "timeout",
        settings.life().toMillis());
  }

  /** What a browser has to know to show one. */
  public Map<String, Object> showing(Challenge asked) {
    return Map.of(
        "challenge", text(asked.bytes()),
        "rpId", settings.rpId(),
        "userVerification", "required",
        "timeout", settings.life().toMillis());
  }

  /** Takes a new passkey of a member. */
  public Added add(UUID staff, String name, Challenge asked, String answer, String address) {
    var given = name.strip();
    if (given.isEmpty() || given.length() > LONGEST_NAME) {
      return Added.NAME_WRONG;
    }
    var attempt = new Try(Entrance.PASSKEY, staff.toString(), address);
    if (guesses.admit(attempt).isPositive()) {
      return Added.MUST_WAIT;
    }
    if (isLate(asked)) {
      return Added.NOT_TAKEN;
    }
    var made = check.made(seals.id(), given, asked.bytes(), answer);
    var now = clock.instant();
    boolean added =
        made.isPresent()
            && transaction.execute(s -> sql.add(staff, made.get(), settings.most(), now));
    if (added) {
      guesses.succeeded(attempt);
    }
    return added ? Added.ADDED : Added.NOT_TAKEN;
  }

  /** Compares what a passkey answers with what was asked of it. */
  public Shown show(Challenge asked, String answer, String address) {
    var claimed = check.claimed(answer);
    var subject = claimed.map(one -> HexFormat.of().formatHex(one.credential())).orElse(address);
    var attempt = new Try(Entrance.PASSKEY, subject, address);
    var wait = guesses.admit(attempt);
    if (wait.isPositive()) {
      return new Shown.MustWait(wait);
    }
    var owner = claimed.filter(one -> !isLate(asked)).flatMap(one -> owner(one, asked));
    if (owner.isEmpty()) {
      return new Shown.Wrong();
    }
    guesses.succeeded(attempt);
    return new Shown.Right(owner.get());
  }

  private Optional<Ticket> owner(Claimed claimed, Challenge asked) {
    return sql.find(claimed.credential())
        .filter(kept -> isOf(kept, claimed))
        .filter(
            kept ->
                check
                    .shown(claimed, kept, asked.bytes())
                    .filter(count -> sql.use(kept.id(), count, clock.instant()))
                    .isPresent())
        .map(Kept::owner);
  }

  /** The passkey carries the id of whom it was made for. */
  private static boolean isOf(Kept kept, Claimed claimed) {
    return Arrays.equals(claimed.data().getUserHandle(), handle(kept.owner().staff()));
  }

  private boolean isLate(Challenge asked) {
    return !asked.until().isAfter(clock.instant());
  }

  /** All of a member, oldest first. */
  public List<Passkey> of(UUID staff) {
    return sql.of(staff).stream().map(Passkeys::passkey).toList();
  }

  private static Passkey passkey(Listed one) {
    return new Passkey(one.id(), one.name(), one.synced(), one.madeAt(), one.usedAt());
  }

  /** False if the member has none such. */
  public boolean remove(UUID staff, UUID id) {
    return sql.remove(staff, id);
  }

  private static byte[] handle(UUID staff) {
    return ByteBuffer.allocate(16)
        .putLong(staff.getMostSignificantBits())
        .putLong(staff.getLeastSignificantBits())
        .array();
  }

  private static String text(byte[] bytes) {
    return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), UTF_8);
  }
}
