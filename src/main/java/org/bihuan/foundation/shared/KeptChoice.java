package org.bihuan.foundation.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** What a reader chose about pages, kept in their browser for a year; no script can read it. */
public final class KeptChoice {

  private static final Duration LIFE = Duration.ofDays(365);

  private static final System.Logger LOG = System.getLogger(KeptChoice.class.getName());

  private KeptChoice() {}

  /**
   * What the link chooses under a name, null if nothing. A page that says that a form cannot be
   * read must itself be shown, so that such a form chooses nothing.
   */
  public static @Nullable String asked(HttpServletRequest request, String name) {
    try {
      return request.getParameter(name);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "a form that cannot be read chooses nothing", e);
      return null;
    }
  }

  /** Keeps a choice under a name; it replaces an earlier one. */
  public static void keep(HttpServletResponse response, String name, String value) {
    var cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(LIFE)
            .httpOnly(true)
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
