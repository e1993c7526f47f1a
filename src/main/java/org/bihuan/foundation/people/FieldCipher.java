package org.bihuan.foundation.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.SecretBox;
import org.springframework.stereotype.Component;

/**
 * Encrypts single fields and makes the keyed digests by which they are found again. A ciphertext is
 * bound to its district, person and column, so that none can be moved to another row.
 */
@Component
class FieldCipher {

  private final SecretBox box;
  private final int district;

  FieldCipher(FieldKey key, District district) {
    this.box = key.open();
    this.district = district.code();
  }

  /** Which person and column a value belongs to. */
  record Place(UUID person, String column) {}

  Ciphertext encrypt(String value, Place place) {
    return new Ciphertext(box.close(value.getBytes(UTF_8), bound(place)));
  }

  /**
   * The value again; throws {@link IllegalStateException} if the bytes were changed, moved from
   * another row, or written with another key.
   */
  String decrypt(Ciphertext closed, Place place) {
    return new String(box.open(closed.bytes(), bound(place)), UTF_8);
  }

  /** The digest a value is found by; without the key nothing can be learned from it. */
  byte[] blind(String value) {
    return box.digest(district + "\n" + value);
  }

  private String bound(Place place) {
    return district + "\n" + place.person() + "\n" + place.column();
  }
}
