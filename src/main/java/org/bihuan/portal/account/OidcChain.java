package org.bihuan.portal.account;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * Sign-in by the district's identity provider (OpenID Connect), where one is set: two addresses
 * beside our own, and nothing else of it reaches the house. What comes of it is a visit like any.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("bihuan.oidc.issuer")
class OidcChain {

  private static final String BEGIN = "/sign-in/oidc";

  /** The one provider, as the library calls it. */
  static final String STAFF = "staff";

  private static final String BACK = "/sign-in/provider";

  @Bean
  @Order(0)
  SecurityFilterChain chainOfProvider(HttpSecurity http, OidcSettings settings, OidcDoor door) {
    return http.securityMatcher(BEGIN + "/" + STAFF, BACK)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(
            c -> c.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .authorizeHttpRequests(routes -> routes.anyRequest().denyAll())
        .oauth2Login(
            login ->
                login
                    .loginPage("/sign-in")
                    .clientRegistrationRepository(provider(settings))
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .authorizationEndpoint(e -> e.baseUri(BEGIN))
                    .redirectionEndpoint(e -> e.baseUri(BACK))
                    .userInfoEndpoint(
                        e ->
                            e.oidcUserService(
                                asked -> new DefaultOidcUser(List.of(), asked.getIdToken())))
                    .successHandler(door)
                    .failureHandler(door))
        .build();
  }

  /** Asked about itself when somebody first comes, so that the house opens without it. */
  private static ClientRegistrationRepository provider(OidcSettings settings) {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registration(settings)));
  }

  private static ClientRegistration registration(OidcSettings settings) {
    var issuer = Objects.requireNonNull(settings.issuer()).toString();
    var secret = settings.clientSecret();
    var registration =
        ClientRegistrations.fromIssuerLocation(issuer)
            .registrationId(STAFF)
            .clientId(settings.clientId())
            .redirectUri("{baseUrl}" + BACK)
            .scope("openid", "profile");
    return secret == null
        ? registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
        : registration.clientSecret(secret).build();
  }
}
