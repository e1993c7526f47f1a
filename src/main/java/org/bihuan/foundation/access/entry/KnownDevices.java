package org.bihuan.foundation.access.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Guesses.Whence;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Browsers from which a member has signed in before, told by a signed cookie. It opens nothing:
 * whoever brings it is counted apart from strangers, so that these cannot keep its owner out by
 * failing under their name or from the address of their town hall. Each try of it counts.
 */
@Component
public class KnownDevices {

  private static final String COOKIE = "bihuan-device-";
  private static final int SUFFIX = 16;
  private static final String NAME = "known device's name";
  private static final String SEAL = "known device";
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,10})\\.([0-9a-f]{64})");

  private final Staff staff;
  private final Seals seals;
  private final Memory memory;
  private final Clock clock;

  KnownDevices(Staff staff, Seals seals, Memory memory, Clock clock) {
    this.staff = staff;
    this.seals = seals;
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * How long a browser is known. Ours.
   *
   * @param knownFor since the sign-in that made it known
   */
  @ConfigurationProperties("bihuan.sign-in")
  record Memory(@DefaultValue("180d") Duration knownFor) {}

  /** Where somebody comes from who says to be this member. */
  public Whence whence(HttpServletRequest request, String login) {
    return new Whence(request.getRemoteAddr(), known(request, login).orElse(null));
  }

  /** The same for a member who is known already. */
  public Whence whence(HttpServletRequest request, UUID member) {
    return whence(request, login(member));
  }

  /** A member has signed in here. */
  public void remember(HttpServletRequest request, HttpServletResponse response, String login) {
    if (known(request, login).isPresent()) {
      return;
    }
    var device = seals.id() + "." + clock.instant().getEpochSecond();
    var cookie =
        ResponseCookie.from(name(login), device + "." + seal(device, login))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(memory.knownFor())
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /** The same by their id. */
  public void remember(HttpServletRequest request, HttpServletResponse response, UUID member) {
    remember(request, response, login(member));
  }

  private String login(UUID member) {
    return staff.find(member).map(StaffMember::login).orElse("");
  }

  private Optional<String> known(HttpServletRequest request, String login) {
    return Optional.ofNullable(WebUtils.getCookie(request, name(login)))
        .map(Cookie::getValue)
        .map(FORM::matcher)
        .filter(read -> read.matches() && isFresh(Long.parseLong(read.group(2))))
        .filter(read -> isOurs(read.group(1) + "." + read.group(2), login, read.group(3)))
        .map(read -> read.group(1));
  }

  private boolean isFresh(long since) {
    return Instant.ofEpochSecond(since).plus(memory.knownFor()).isAfter(clock.instant());
  }

  private boolean isOurs(String device, String login, String seal) {
    return MessageDigest.isEqual(seal.getBytes(US_ASCII), seal(device, login).getBytes(US_ASCII));
  }

  /** One browser may be known to several members: a window has more than one clerk. */
  private String name(String login) {
    return COOKIE + seals.name(NAME, typed(login)).substring(0, SUFFIX);
  }

  private String seal(String device, String login) {
    return seals.name(SEAL, device + "\n" + typed(login));
  }

  private static String typed(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }
}
