package org.bihuan.portal.frame;

import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.entry.Visits;
import org.bihuan.foundation.shared.MapTiles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two ways in: programs by bearer token under {@code /api}, people by session everywhere else. Who
 * may use which route is said at the route itself ({@link RoutesGuard}). Commands open the house
 * without either.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityChains {

  /** What programs and people may read of the API without a token. */
  static final String[] OPEN_TO_READ = {
    "/api/v1/track/**",
    "/api/v1/procedures/**",
    "/api/v1/items/**",
    "/api/v1/areas/**",
    "/api/v1/units/**",
    "/api/v1/stations/**",
    "/api/openapi.json",
    "/api/openapi.json.yaml",
    "/open311/**"
  };

  /** What people may send without a token: their own word on their own matter, and Open311. */
  static final String[] OPEN_TO_WRITE = {"/api/v1/track/*/acts/*", "/open311/**"};

  /** Pictures of a map may come from elsewhere, if the district says from where. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:@tiles; object-src 'none'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  private final MultipartProperties files;
  private final String policy;

  SecurityChains(MultipartProperties files, MapTiles tiles) {
    this.files = files;
    this.policy = POLICY.replace("@tiles", tiles.any() ? " " + tiles.origin() : "");
  }

  @Bean
  @Order(1)
  SecurityFilterChain chainOfPrograms(
      HttpSecurity http, Sessions sessions, ProblemWriter problems) {
    return http.securityMatcher("/api", "/api/**", "/open311/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(this::headers)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(unknown(problems)).accessDeniedHandler(denied(problems)))
        .addFilterAfter(new SecurityBody(problems), SecurityContextHolderFilter.class)
        .addFilterAfter(
            new SecurityBody.Parameters(problems, SecurityBody.LIMIT), SecurityBody.class)
        .addFilterBefore(
            new SecurityBearer(sessions, problems), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            routes ->
                routes
                    .requestMatchers(HttpMethod.GET, OPEN_TO_READ)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, OPEN_TO_READ)
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, OPEN_TO_WRITE)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain chainOfPeople(
      HttpSecurity http,
      Visits visits,
      SecurityPasswords passwords,
      SecurityDoors doors,
      ProblemWriter problems) {
    return http.addFilterBefore(
            new SecurityBody.Parameters(problems, files.getMaxRequestSize().toBytes()),
            SecurityContextHolderFilter.class)
        .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
        .headers(this::headers)
        .authenticationProvider(passwords)
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .authenticationDetailsSource(passwords::knock)
                    .successHandler(doors)
                    .failureHandler(doors))
        .logout(
            out -> out.logoutUrl("/sign-out").addLogoutHandler(doors).logoutSuccessHandler(doors))
        .exceptionHandling(e -> e.authenticationEntryPoint(doors))
        .addFilterAfter(new SecurityOrigin(), SecurityContextHolderFilter.class)
        .addFilterBefore(new SecurityTickets(visits), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            routes ->
                routes
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .build();
  }

  private static AuthenticationEntryPoint unknown(ProblemWriter problems) {
    return (request, response, failure) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      problems.write(request, response, 401, request.getRequestURI());
    };
  }

  private static AccessDeniedHandler denied(ProblemWriter problems) {
    return (request, response, failure) ->
        problems.write(request, response, 403, request.getRequestURI());
  }

  /** In a cookie, so that a resident's form needs no session on any machine. */
  private static CookieCsrfTokenRepository tokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax").path("/"));
    return tokens;
  }

  private void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), microphone=(self), geolocation=(self)"));
  }
}
