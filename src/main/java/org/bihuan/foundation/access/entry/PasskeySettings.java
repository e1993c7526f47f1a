package org.bihuan.foundation.access.entry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For which addresses passkeys are made. A browser shows a passkey to no other address than these,
 * which is why nobody can fish for one; so they are never taken from what a request says.
 *
 * @param rpId the host, or a domain above it; passkeys are offered there and below it
 * @param origin the address of the pages, as a browser writes it; absent: https and the host
 * @param life how long one may take to answer
 * @param most how many a member may have
 */
@ConfigurationProperties("bihuan.passkey")
record PasskeySettings(
    @DefaultValue("localhost") String rpId,
    @Nullable String origin,
    @DefaultValue("5m") Duration life,
    @DefaultValue("10") int most) {

  /** One's own machine: browsers count it as safe without a certificate, on any port. */
  private static final String LOCAL = "localhost";

  boolean serves(String host) {
    return host.equals(rpId) || host.endsWith("." + rpId);
  }

  boolean isOurs(String shown) {
    if (origin != null) {
      return shown.equals(origin);
    }
    return rpId.equals(LOCAL)
        ? shown.matches("https?://localhost(:\\d{1,5})?")
        : shown.equals("https://" + rpId);
  }
}
