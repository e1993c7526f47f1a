package org.bihuan.foundation.access.entry;

import java.nio.file.Path;
import org.bihuan.foundation.shared.SecretBox;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the key of sign-in lies, apart from that of people's fields: whoever may read those need
 * not be able to sign in as anybody. Without the file second factors have to be set up anew and
 * residents get a new account; nothing else is lost.
 *
 * @param keyFile 32 random bytes, made when they are first needed
 */
@ConfigurationProperties("bihuan.sign-in")
record SealKey(@DefaultValue("data/sign-in.key") Path keyFile) {

  SecretBox open() {
    return SecretBox.of(keyFile, "bihuan sign-in cipher 1", "bihuan sign-in digest 1");
  }
}
