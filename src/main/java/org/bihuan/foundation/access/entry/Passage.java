package org.bihuan.foundation.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What a browser's session holds of signing in, and where somebody was going meanwhile. */
public final class Passage {

  private static final String WAY = Passage.class.getName() + ".way";
  private static final String HALF = Half.class.getName();
  private static final int LONGEST_WAY = 1000;

  private Passage() {}

  /** Signed in: the visit, never its rights, which are read anew for each request. */
  public record Pass(UUID visit, boolean staff) implements Serializable {}

  /** The password was right and a second factor is still to be shown, before long. */
  public record Half(UUID staff, int stamp, Instant until) implements Serializable {

    /** Time to find the authenticator. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public static Half of(Ticket ticket, Instant now) {
      return new Half(ticket.staff(), ticket.stamp(), now.plus(LONGEST));
    }
  }

  /** Who calls, as far as a machine can tell. */
  public record Caller(String address, String device) {

    private static final int LONGEST = 200;

    public static Caller of(HttpServletRequest request) {
      return new Caller(request.getRemoteAddr(), device(request));
    }

    public static String device(HttpServletRequest request) {
      var said = request.getHeader("User-Agent");
      if (said == null) {
        return "";
      }
      var seen = said.replaceAll("[^\\x20-\\x7e]", "?");
      return seen.length() > LONGEST ? seen.substring(0, LONGEST) : seen;
    }
  }

  /** Signs a browser in: under a new session id, so that nobody knows it who knew the old one. */
  public static void enter(
      HttpServletRequest request, HttpServletResponse response, Pass pass, Duration idle) {
    request.getSession().setMaxInactiveInterval((int) idle.toSeconds());
    keep(request, response, pass);
  }

  /** Remembers that somebody is half signed in; under a new session id for the same reason. */
  public static void enter(HttpServletRequest request, HttpServletResponse response, Half half) {
    request.getSession();
    keep(request, response, half);
  }

  private static void keep(
      HttpServletRequest request, HttpServletResponse response, Object principal) {
    request.changeSessionId();
    var who = UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
    new HttpSessionSecurityContextRepository()
        .saveContext(new SecurityContextImpl(who), request, response);
  }

  /** Notes for this request that somebody is half signed in. */
  public static void note(HttpServletRequest request, Half half) {
    request.setAttribute(HALF, half);
  }

  /** Who is half signed in, unless it took them too long. */
  public static @Nullable Half half(HttpServletRequest request, Instant now) {
    return request.getAttribute(HALF) instanceof Half half && half.until().isAfter(now)
        ? half
        : null;
  }

  /** Remembers where somebody was going: this page, or the one whose form they sent. */
  public static void keepWay(HttpServletRequest request) {
    var way = request.getMethod().equals("GET") ? own(request) : referring(request);
    if (way.startsWith("/") && !way.startsWith("//") && way.length() <= LONGEST_WAY) {
      request.getSession().setAttribute(WAY, way);
    }
  }

  /** Where they were going, told once. */
  public static String way(HttpSession session, String otherwise) {
    var kept = session.getAttribute(WAY);
    session.removeAttribute(WAY);
    return kept instanceof String way ? way : otherwise;
  }

  private static String own(HttpServletRequest request) {
    var query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** Only a path of our own: what a browser says of the page before is never trusted for more. */
  private static String referring(HttpServletRequest request) {
    var before = request.getHeader("Referer");
    if (before == null) {
      return "";
    }
    try {
      var uri = URI.create(before);
      var query = uri.getRawQuery();
      return request.getServerName().equals(uri.getHost())
          ? uri.getRawPath() + (query == null ? "" : "?" + query)
          : "";
    } catch (IllegalArgumentException malformed) {
      return ""; // whoever sends this is no browser
    }
  }
}
