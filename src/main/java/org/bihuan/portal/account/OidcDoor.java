package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passage.Half;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Who comes from the identity provider: a member of that login name, or nobody. Unknown, disabled
 * and refused over there are told the same; nobody is taken on here by signing in.
 */
@Component
class OidcDoor implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private static final System.Logger LOG = System.getLogger(OidcDoor.class.getName());
  private static final String REFUSED = "/sign-in?oidc";

  private final OidcSettings settings;
  private final Sessions sessions;
  private final SecondFactor factors;
  private final Entering entering;
  private final Clock clock;

  OidcDoor(
      OidcSettings settings,
      Sessions sessions,
      SecondFactor factors,
      Entering entering,
      Clock clock) {
    this.settings = settings;
    this.sessions = sessions;
    this.factors = factors;
    this.entering = entering;
    this.clock = clock;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    // we never act at the provider for anybody: its tokens are not kept
    new HttpSessionOAuth2AuthorizedClientRepository()
        .removeAuthorizedClient(OidcChain.STAFF, who, request, response);
    var member = member(who);
    response.sendRedirect(member.isEmpty() ? REFUSED : enter(member.get(), request, response));
  }

  private Optional<Ticket> member(Authentication who) {
    return who.getPrincipal() instanceof OidcUser user
        ? Optional.ofNullable(user.getClaimAsString(settings.claim())).flatMap(sessions::vouched)
        : Optional.empty();
  }

  private String enter(Ticket member, HttpServletRequest request, HttpServletResponse response) {
    if (settings.trusted() || !factors.isAsked(member.staff())) {
      return entering.enter(member, settings.trusted(), request, response);
    }
    Passage.enter(request, response, Half.of(member, clock.instant()));
    return "/sign-in/second";
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    LOG.log(Level.INFO, "the identity provider let nobody in: {0}", failure.getClass().getName());
    response.sendRedirect(REFUSED);
  }
}
