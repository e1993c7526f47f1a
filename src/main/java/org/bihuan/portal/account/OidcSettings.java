package org.bihuan.portal.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider of a district, where it has one. Members have to be known here already.
 *
 * @param issuer its address; absent: nobody signs in through it
 * @param clientId what it calls this house
 * @param clientSecret what this house shows it; absent if it wants none
 * @param claim of its token: the login name of the member here
 * @param trusted true if it asks for two factors itself, so that ours is not asked for again
 */
@ConfigurationProperties("bihuan.oidc")
record OidcSettings(
    @Nullable URI issuer,
    @DefaultValue("bihuan") String clientId,
    @Nullable String clientSecret,
    @DefaultValue("preferred_username") String claim,
    @DefaultValue("false") boolean trusted) {

  boolean isOn() {
    return issuer != null;
  }
}
