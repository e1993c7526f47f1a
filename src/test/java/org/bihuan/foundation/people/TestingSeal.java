package org.bihuan.foundation.people;

import java.nio.file.Path;
import org.bihuan.foundation.shared.District;

/** A seal with a key of its own. */
public final class TestingSeal {

  private TestingSeal() {}

  /** One whose key lies in a folder. */
  public static FieldSeal in(Path folder) {
    var key = new FieldKey(folder.resolve("field.key"));
    return new FieldSeal(new FieldCipher(key, new District(140213)));
  }
}
