package org.bihuan.foundation.people;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Closes single values of other modules with the key of the personal fields, so that a district has
 * one such key to guard. A value is bound to its row and column.
 */
@Component
public class FieldSeal {

  private final KeyRing ring;

  FieldSeal(KeyRing ring) {
    this.ring = ring;
  }

  /** The value as it may lie in a column. */
  public byte[] close(String value, UUID row, String column) {
    return ring.cipher().encrypt(value, new FieldCipher.Place(row, column)).bytes();
  }

  /** The value again; throws {@link IllegalStateException} if it was changed or moved. */
  public String open(byte[] closed, UUID row, String column) {
    return ring.cipher().decrypt(new Ciphertext(closed), new FieldCipher.Place(row, column));
  }

  /**
   * A column of another module whose values are closed here, so that they are brought along when
   * the key is replaced. Implemented as a component of that module.
   */
  public interface Column {

    /** The name the values are bound to. */
    String name();

    /** Values with a row id after one, in order of the id, at most so many. */
    List<Closed> after(UUID row, int limit);

    /** Puts a value in place of an old one; false if it was changed or removed meanwhile. */
    boolean replace(Closed old, byte[] fresh);

    /** How many values were closed with a key: their first byte is its number. */
    long closedWith(int key);

    /**
     * A closed value.
     *
     * @param row the row it is bound to
     */
    record Closed(UUID row, byte[] value) {}
  }
}
