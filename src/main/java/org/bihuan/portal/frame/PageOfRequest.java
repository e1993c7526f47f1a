package org.bihuan.portal.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Look;
import org.bihuan.foundation.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Makes the {@link Page} of one request. */
@Component
final class PageOfRequest {

  /** What a link chose once and must not choose again. */
  private static final Set<String> CHOICES = Set.of("lang=", Look.THEME + "=", Look.SIZE + "=");

  private final MessageSource messages;
  private final LocaleResolver languages;
  private final Page.Site site;

  PageOfRequest(MessageSource messages, LocaleResolver localeResolver, Page.Site site) {
    this.messages = messages;
    this.languages = localeResolver;
    this.site = site;
  }

  Page of(HttpServletRequest request) {
    return new Page(
        languages.resolveLocale(request),
        messages,
        csrf(request),
        reader(SecurityContextHolder.getContext().getAuthentication()),
        path(request),
        site,
        Look.of(request));
  }

  private static Page.Csrf csrf(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      return new Page.Csrf(token::getParameterName, token::getToken);
    }
    return new Page.Csrf(() -> "_csrf", () -> "");
  }

  private static Page.@Nullable Reader reader(@Nullable Authentication who) {
    if (who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()) {
      return null;
    }
    if (who.getPrincipal() instanceof Actor actor) {
      var roles = actor.roles().stream().map(Role::code).collect(Collectors.toSet());
      return new Page.Reader(actor.name(), roles, actor.unit());
    }
    return new Page.Reader(who.getName(), Set.of(), null);
  }

  /** Where links to the same page lead: here, or to the page that failed. */
  private static String path(HttpServletRequest request) {
    var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (failed instanceof String uri) {
      return uri;
    }
    var query = request.getQueryString();
    if (query == null) {
      return request.getRequestURI();
    }
    var kept =
        Arrays.stream(query.split("&", -1))
            .filter(part -> CHOICES.stream().noneMatch(part::startsWith))
            .collect(Collectors.joining("&"));
    return request.getRequestURI() + (kept.isEmpty() ? "" : "?" + kept);
  }
}
