package org.bihuan.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.bihuan.foundation.access.entry.Passkeys.Challenge;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** What a browser was asked for a passkey: kept in its session until it answers, once. */
final class Ceremony {

  private static final String ASKED = Ceremony.class.getName() + ".asked";

  private Ceremony() {}

  /** From now on only this one can be answered. */
  static Challenge keep(HttpServletRequest request, Challenge asked) {
    request.getSession().setAttribute(ASKED, asked);
    return asked;
  }

  /** Of two answers at once one gets it. */
  static @Nullable Challenge take(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null) {
      return null;
    }
    synchronized (WebUtils.getSessionMutex(session)) {
      return taken(session);
    }
  }

  private static @Nullable Challenge taken(HttpSession session) {
    var kept = session.getAttribute(ASKED);
    session.removeAttribute(ASKED);
    return kept instanceof Challenge asked ? asked : null;
  }
}
