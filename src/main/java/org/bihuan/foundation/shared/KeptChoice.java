package org.bihuan.foundation.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** What a reader chose about pages, kept in their browser for a year; no script can read it. */
public final class KeptChoice {

  private static final Duration LIFE = Duration.ofDays(365);

  private KeptChoice() {}

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
