package org.bihuan.foundation.access.entry;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For which addresses passkeys are made. A browser shows a passkey to no other address than these,
 * which is why nobody can fish for one; so they are never taken from what a request says.
 *
 * @param rpId the host, or a domain above it; passkeys are offered there and below it
 * @param origins the addresses of the pages, as a browser writes them; none: https and the host
 * @param life how long one may take to answer
 * @param most how many a member may have
 */
@ConfigurationProperties("bihuan.passkey")
record PasskeySettings(
    @DefaultValue(LOCAL) String rpId,
    @DefaultValue Set<String> origins,
    @DefaultValue("5m") Duration life,
    @DefaultValue("10") int most) {

  /** One's own machine: browsers count it as safe without a certificate, on any port. */
  private static final String LOCAL = "localhost";

  PasskeySettings {
    origins = Set.copyOf(origins);
  }

  boolean serves(String host) {
    return host.equals(rpId) || host.endsWith("." + rpId);
  }

  boolean isOurs(String origin) {
    if (!origins.isEmpty()) {
      return origins.contains(origin);
    }
    return rpId.equals(LOCAL)
        ? origin.matches("https?://localhost(:\\d{1,5})?")
        : origin.equals("https://" + rpId);
  }
}
