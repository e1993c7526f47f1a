package org.bihuan.foundation.people;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bihuan.foundation.shared.SecretBox;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master keys of the encrypted fields lie: 32 random bytes each in a file outside the
 * database that only its owner may read. Whoever loses them loses the numbers; they belong in the
 * backup plan.
 *
 * @param keyFile the first key, made at first start if it does not exist; later ones lie beside it
 */
@ConfigurationProperties("bihuan")
record FieldKey(@DefaultValue("data/field.key") Path keyFile) {

  /** The file of a key; the first has the plain name, later ones their number behind it. */
  Path file(int version) {
    return version == SecretBox.FIRST
        ? keyFile
        : keyFile.resolveSibling(keyFile.getFileName() + "." + version);
  }

  boolean exists(int version) {
    return Files.exists(file(version));
  }

  /** The keys that are here; the first is made if there is none at all. */
  SortedSet<Integer> openAny() {
    var here = new TreeSet<Integer>();
    for (int version = SecretBox.FIRST; version <= Byte.MAX_VALUE; version++) {
      if (exists(version)) {
        here.add(version);
      }
    }
    if (here.isEmpty()) {
      make(SecretBox.FIRST);
      here.add((int) SecretBox.FIRST);
    }
    here.forEach(this::open);
    return here;
  }

  /** Reads the file of a key; throws {@link IllegalStateException} if it is not here. */
  SecretBox open(int version) {
    if (!exists(version)) {
      throw new IllegalStateException(
          "the key file " + file(version) + " is missing; put it beside bihuan.key-file");
    }
    return key(version).open("bihuan people cipher 1", "bihuan people blind 1");
  }

  /** Makes the file of a key; of two starting at once both use the one that came first. */
  void make(int version) {
    key(version).make();
  }

  private SecretBox.Key key(int version) {
    return new SecretBox.Key(file(version), (byte) version);
  }
}
