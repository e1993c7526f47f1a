package org.bihuan.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.bihuan.foundation.shared.KeptChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language: what the link says, else what was chosen before, else English only for a
 * browser that asks for it first, else Chinese.
 */
final class LanguageChoice implements LocaleResolver, HandlerInterceptor {

  private static final String NAME = "lang";
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var asked = known(KeptChoice.asked(request, NAME));
    if (asked != null) {
      return asked;
    }
    var cookie = WebUtils.getCookie(request, NAME);
    var kept = cookie == null ? null : known(cookie.getValue());
    return kept != null ? kept : preferred(request);
  }

  /** The choice is kept by the link {@code ?lang=}, not by code. */
  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("the language is chosen by ?lang=");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var asked = known(KeptChoice.asked(request, NAME));
    if (asked != null) {
      KeptChoice.keep(response, NAME, asked.getLanguage());
    }
    return true;
  }

  private static Locale preferred(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return header != null && "en".equals(request.getLocale().getLanguage())
        ? Locale.ENGLISH
        : CHINESE;
  }

  private static @Nullable Locale known(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return switch (code) {
      case "zh" -> CHINESE;
      case "en" -> Locale.ENGLISH;
      default -> null;
    };
  }
}
