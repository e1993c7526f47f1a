package org.bihuan.foundation.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.bihuan.foundation.shared.District;
import org.springframework.stereotype.Component;

/**
 * Encrypts single fields (AES-256-GCM) and makes the keyed digests (HMAC-SHA256) by which they are
 * found again. A ciphertext is bound to its district, person and column, so that none can be moved
 * to another row. Form: version (1 byte), nonce (12), ciphertext and tag.
 */
@Component
class FieldCipher {

  /** The only version yet; a further key gets the next number. */
  static final byte VERSION = 1;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final FieldKey.Derived keys;
  private final int district;

  FieldCipher(FieldKey key, District district) {
    this.keys = key.open();
    this.district = district.code();
  }

  /** Which person and column a value belongs to. */
  record Place(UUID person, String column) {}

  Ciphertext encrypt(String value, Place place) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, place, value.getBytes(UTF_8));
    var whole = ByteBuffer.allocate(1 + NONCE + sealed.length);
    return new Ciphertext(whole.put(VERSION).put(nonce).put(sealed).array());
  }

  /**
   * The value again; throws {@link IllegalStateException} if the bytes were changed, moved from
   * another row, or written with another key.
   */
  String decrypt(Ciphertext closed, Place place) {
    var bytes = closed.bytes();
    if (bytes.length <= 1 + NONCE || bytes[0] != VERSION) {
      throw new IllegalStateException("not a ciphertext of version " + VERSION + ": " + place);
    }
    var nonce = new byte[NONCE];
    var buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1).get(nonce);
    var sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return new String(run(Cipher.DECRYPT_MODE, nonce, place, sealed), UTF_8);
  }

  /** The digest a value is found by; without the key nothing can be learned from it. */
  byte[] blind(String value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.blind());
      return mac.doFinal((district + "\n" + value).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot make keyed digests", e);
    }
  }

  private byte[] run(int mode, byte[] nonce, Place place, byte[] input) {
    SecretKey key = keys.cipher();
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((district + "\n" + place.person() + "\n" + place.column()).getBytes(UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a field cannot be read or written: " + place, e);
    }
  }
}
