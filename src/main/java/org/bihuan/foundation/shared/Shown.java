package org.bihuan.foundation.shared;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes whose matters a session may see: those filed in it, and those opened with the right
 * phone. The code alone never shows anything of anyone.
 */
public final class Shown {

  private static final String NAME = Shown.class.getName();

  /** More than anyone files in one sitting; the oldest is forgotten first. */
  private static final int MOST = 40;

  private Shown() {}

  /** From now on the session may see the matter with this code. */
  public static void allow(HttpSession session, String code) {
    var codes = new LinkedHashSet<>(codes(session));
    codes.remove(code);
    codes.add(code);
    while (codes.size() > MOST) {
      codes.removeFirst();
    }
    session.setAttribute(NAME, codes);
  }

  /** True if the session may see the matter with this code; never for one without a session. */
  public static boolean allows(@Nullable HttpSession session, String code) {
    return session != null && codes(session).contains(code);
  }

  /** All codes the session may see, the latest first. */
  public static List<String> all(@Nullable HttpSession session) {
    return session == null ? List.of() : List.copyOf(codes(session)).reversed();
  }

  private static Set<String> codes(HttpSession session) {
    var codes = new LinkedHashSet<String>();
    if (session.getAttribute(NAME) instanceof Set<?> kept) {
      kept.forEach(code -> codes.add(code.toString()));
    }
    return codes;
  }
}
