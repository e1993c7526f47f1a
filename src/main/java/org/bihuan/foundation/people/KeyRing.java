package org.bihuan.foundation.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Hands out the cipher, and lets it hear of keys that are being replaced. */
@Component
class KeyRing {

  /** What the fingerprint of a key is the digest of. */
  static final String MARK = "mark";

  private final KeySql keys;
  private final FieldCipher cipher;
  private final Clock clock;
  private volatile Instant heard = Instant.EPOCH;

  KeyRing(KeySql keys, FieldCipher cipher, Clock clock) {
    this.keys = keys;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Throws {@link IllegalStateException} if a key file is not the one that was written with. */
  void load() {
    var known = keys.inUse();
    var inUse = known.isEmpty() ? new TreeSet<>(Set.of(cipher.version())) : known;
    for (int version : inUse) {
      if (!keys.markIs(version, cipher.blind(version, MARK), clock.instant())) {
        throw new IllegalStateException(
            "bihuan.key-file is not the key this database was written with; put the right file back");
      }
    }
    cipher.use(inUse);
    heard = clock.instant();
  }

  /** The cipher, which has heard of a new key a few seconds late at most. */
  FieldCipher cipher() {
    var now = clock.instant();
    if (Duration.between(heard, now).abs().compareTo(Rotation.HEARD_WITHIN) > 0) {
      hear();
      heard = now;
    }
    return cipher;
  }

  /** Hears of the keys at once, and tells which are in use. */
  SortedSet<Integer> hear() {
    var inUse = keys.inUse();
    if (!inUse.isEmpty()) {
      cipher.use(inUse);
    }
    return inUse;
  }

  /** From its row on every copy of the house hears of the key. */
  void announce(int version) {
    if (!keys.markIs(version, cipher.blind(version, MARK), clock.instant())) {
      throw new IllegalStateException("another key was announced as number " + version);
    }
    hear();
  }

  /** Retires all keys but the newest; tells how many. */
  int retire() {
    int retired = keys.retireBefore(keys.inUse().last(), clock.instant());
    hear();
    return retired;
  }
}
