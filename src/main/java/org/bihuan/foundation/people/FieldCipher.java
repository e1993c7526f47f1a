package org.bihuan.foundation.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.bihuan.foundation.shared.District;
import org.springframework.stereotype.Component;

/**
 * Encrypts single fields (AES-256-GCM) and makes the keyed digests (HMAC-SHA256) by which they are
 * found again. A ciphertext is bound to its district, person and column, so that none can be moved
 * to another row. Form: version of the key (1 byte), nonce (12), ciphertext and tag. It writes with
 * the newest key in use and reads with every key whose file is there.
 */
@Component
class FieldCipher {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final Map<Integer, FieldKey.Derived> keys = new ConcurrentHashMap<>();
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
    versions.forEach(this::derived);
    inUse = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
  }

  /** The key that is written with. */
  int version() {
    return inUse.last();
  }

  Ciphertext encrypt(String value, Place place) {
    int version = version();
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealing = new Sealing(version, nonce, place);
    var sealed = run(Cipher.ENCRYPT_MODE, sealing, value.getBytes(UTF_8));
    var whole = ByteBuffer.allocate(1 + NONCE + sealed.length);
    return new Ciphertext(whole.put((byte) version).put(nonce).put(sealed).array());
  }

  /**
   * The value again; throws {@link IllegalStateException} if the bytes were changed, moved from
   * another row, or written with a key that is not here.
   */
  String decrypt(Ciphertext closed, Place place) {
    var bytes = closed.bytes();
    if (bytes.length <= 1 + NONCE || bytes[0] < 1) {
      throw new IllegalStateException("not a ciphertext: " + place);
    }
    var nonce = new byte[NONCE];
    var buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1).get(nonce);
    var sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return new String(run(Cipher.DECRYPT_MODE, new Sealing(bytes[0], nonce, place), sealed), UTF_8);
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
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(derived(version).blind());
      return mac.doFinal((district + "\n" + value).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot make keyed digests", e);
    }
  }

  /** What one field is sealed with. */
  private record Sealing(int version, byte[] nonce, Place place) {}

  private byte[] run(int mode, Sealing sealing, byte[] input) {
    var place = sealing.place();
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var parameters = new GCMParameterSpec(TAG_BITS, sealing.nonce());
      cipher.init(mode, derived(sealing.version()).cipher(), parameters);
      cipher.updateAAD((district + "\n" + place.person() + "\n" + place.column()).getBytes(UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a field cannot be read or written: " + place, e);
    }
  }

  private FieldKey.Derived derived(int version) {
    return keys.computeIfAbsent(version, key::open);
  }
}
