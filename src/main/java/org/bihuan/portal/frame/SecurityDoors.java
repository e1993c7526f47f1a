package org.bihuan.portal.frame;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bihuan.foundation.access.entry.KnownDevices;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.bihuan.foundation.access.entry.Passage.Pass;
import org.bihuan.foundation.access.entry.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Where people are sent who came in, did not, or went out. */
@Component
final class SecurityDoors
    implements AuthenticationEntryPoint,
        AuthenticationSuccessHandler,
        AuthenticationFailureHandler,
        LogoutHandler,
        LogoutSuccessHandler {

  private final SavedRequestAwareAuthenticationSuccessHandler onward =
      new SavedRequestAwareAuthenticationSuccessHandler();
  private final SavedRequestAwareAuthenticationSuccessHandler afield =
      new SavedRequestAwareAuthenticationSuccessHandler();
  private final Visits visits;
  private final KnownDevices devices;

  SecurityDoors(Visits visits, KnownDevices devices) {
    this.visits = visits;
    this.devices = devices;
    onward.setDefaultTargetUrl("/desk");
    afield.setDefaultTargetUrl("/grid");
  }

  /** Residents and staff come in by doors of their own, and go on to what they asked for. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    boolean resident = request.getRequestURI().startsWith("/my/");
    if (resident) {
      Passage.keepWay(request); // what staff asked for is kept by Spring Security
    }
    response.sendRedirect(resident ? "/my/sign-in" : "/sign-in");
  }

  /** Onward to what was asked for, or to the second factor first. */
  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException, ServletException {
    if (who.getPrincipal() instanceof Pass pass) {
      request.getSession().setMaxInactiveInterval((int) visits.idle(pass).toSeconds());
      devices.remember(request, response, request.getParameter("username"));
      var way = visits.afield(pass, Caller.device(request)) ? afield : onward;
      way.onAuthenticationSuccess(request, response, who);
    } else {
      response.sendRedirect("/sign-in/second");
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    response.sendRedirect(failure instanceof LockedException ? "/sign-in?wait" : "/sign-in?failed");
  }

  /** The visit ends, not only the session that stands for it. */
  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
    if (pass(who) instanceof Pass pass) {
      visits.end(pass);
    }
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
      throws IOException {
    response.sendRedirect(
        pass(who) instanceof Pass pass && !pass.staff() ? "/my/sign-in?out" : "/sign-in?out");
  }

  private static @Nullable Object pass(@Nullable Authentication who) {
    return who == null ? null : who.getPrincipal();
  }
}
