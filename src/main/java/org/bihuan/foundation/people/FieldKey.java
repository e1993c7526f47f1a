package org.bihuan.foundation.people;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bihuan.foundation.shared.SecretBox;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key of the encrypted fields lies: 32 random bytes in a file outside the database
 * that only its owner may read. Whoever loses it loses the numbers; it belongs in the backup plan.
 *
 * @param keyFile made at first start if it does not exist
 */
@ConfigurationProperties("bihuan")
record FieldKey(@DefaultValue("data/field.key") Path keyFile) {

  boolean exists() {
    return Files.exists(keyFile);
  }

  SecretBox open() {
    return SecretBox.of(keyFile, "bihuan people cipher 1", "bihuan people blind 1");
  }
}
