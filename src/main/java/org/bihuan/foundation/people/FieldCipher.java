package org.bihuan.foundation.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.SecretBox;
import org.springframework.stereotype.Component;

/**
 * Encrypts single fields and makes the keyed digests by which they are found again. A ciphertext is
 * bound to its district, person and column, so that none can be moved to another row. It writes
 * with the newest key in use and reads with every key whose file is there.
 */
@Component
class FieldCipher {

  private final Map<Integer, SecretBox> boxes = new ConcurrentHashMap<>();
  private final FieldKey key;
  private final int district;
  private volatile SortedSet<Integer> inUse;

  FieldCipher(FieldKey key, District district) {
    this.key = key;
    this.district = district.code();
    this.inUse = Collections.unmodifiableSortedSet(key.openAny());
  }

  /** Which person and column a value belongs to. */
  record Place(UUID person, String column) {}

  /** From now on these keys are in use, the newest of them for writing; each must be at hand. */
  void use(SortedSet<Integer> versions) {
    versions.forEach(this::box);
    inUse = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
  }

  /** The key that is written with. */
  int version() {
    return inUse.last();
  }

  Ciphertext encrypt(String value, Place place) {
    return new Ciphertext(box(version()).close(value.getBytes(UTF_8), bound(place)));
  }

  /**
   * The value again; throws {@link IllegalStateException} if the bytes were changed, moved from
   * another row, or written with a key that is not here.
   */
  String decrypt(Ciphertext closed, Place place) {
    return new String(box(closed.key()).open(closed.bytes(), bound(place)), UTF_8);
  }

  /** The digest a value is found by; without the key nothing can be learned from it. */
  byte[] blind(String value) {
    return blind(version(), value);
  }

  /** The digests a value may be found by just now, by key, the oldest first. */
  SortedMap<Integer, byte[]> blinds(String value) {
    var blinds = new TreeMap<Integer, byte[]>();
    inUse.forEach(version -> blinds.put(version, blind(version, value)));
    return blinds;
  }

  byte[] blind(int version, String value) {
    return box(version).digest(district + "\n" + value);
  }

  private SecretBox box(int version) {
    if (version < SecretBox.FIRST) {
      throw new IllegalStateException("no key has the number " + version);
    }
    return boxes.computeIfAbsent(version, key::open);
  }

  private String bound(Place place) {
    return district + "\n" + place.person() + "\n" + place.column();
  }
}
