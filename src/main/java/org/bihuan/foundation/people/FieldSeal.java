package org.bihuan.foundation.people;

import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Closes single values of other modules with the key of the personal fields, so that a district has
 * one such key to guard. A value is bound to its row and column.
 */
@Component
public class FieldSeal {

  private final FieldCipher cipher;

  FieldSeal(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /** The value as it may lie in a column. */
  public byte[] close(String value, UUID row, String column) {
    return cipher.encrypt(value, new FieldCipher.Place(row, column)).bytes();
  }

  /** The value again; throws {@link IllegalStateException} if it was changed or moved. */
  public String open(byte[] closed, UUID row, String column) {
    return cipher.decrypt(new Ciphertext(closed), new FieldCipher.Place(row, column));
  }
}
