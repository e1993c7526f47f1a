package org.bihuan.foundation.access;

import java.text.Normalizer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Outcome.Refusal;

/** What a staff member, their roles and their tokens may look like. */
final class StaffRules {

  private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,31}");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Set<Role> NOT_FOR_STAFF = EnumSet.of(Role.APPLICANT, Role.SYSTEM);
  private static final int NAME_LIMIT = 60;
  private static final Duration LONGEST_TOKEN = Duration.ofDays(366);
  private static final Duration SHORTEST_TOKEN = Duration.ofDays(1);

  private StaffRules() {}

  /**
   * A login name as it is looked up: what people type, without blanks, small. What can be no login
   * name becomes one that nobody has, since not every text can be sent to the database.
   */
  static String login(String raw) {
    var login = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    return LOGIN.matcher(login).matches()
        ? login
        : "?" + HexFormat.of().formatHex(RandomText.digest(raw));
  }

  static String name(String raw) {
    return Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
  }

  /** Why someone cannot be added; the login name and the name are already in their one form. */
  static Optional<Refusal> add(String login, String name, boolean unitKnown, Set<Role> roles) {
    if (!LOGIN.matcher(login).matches()) {
      return Optional.of(Refusal.LOGIN_FORM);
    }
    if (!visible(name)) {
      return Optional.of(Refusal.NAME_FORM);
    }
    return unitKnown ? roles(roles) : Optional.of(Refusal.UNIT_UNKNOWN);
  }

  /** Why these roles cannot be given to one person. */
  static Optional<Refusal> roles(Set<Role> roles) {
    if (roles.isEmpty()) {
      return Optional.of(Refusal.ROLES_NONE);
    }
    if (roles.stream().anyMatch(NOT_FOR_STAFF::contains)) {
      return Optional.of(Refusal.ROLES_NOT_FOR_STAFF);
    }
    return roles.contains(Role.ADMIN) && roles.size() > 1
        ? Optional.of(Refusal.ADMIN_APART)
        : Optional.empty();
  }

  /** Why a token cannot be made. */
  static Optional<Refusal> token(StaffMember owner, String name, Duration lifetime) {
    if (!owner.active()) {
      return Optional.of(Refusal.STAFF_DISABLED);
    }
    if (!visible(name)) {
      return Optional.of(Refusal.TOKEN_NAME_FORM);
    }
    return lifetime.compareTo(SHORTEST_TOKEN) < 0 || lifetime.compareTo(LONGEST_TOKEN) > 0
        ? Optional.of(Refusal.TOKEN_LIFETIME)
        : Optional.empty();
  }

  /** True for 1 to 60 characters that can be seen. */
  static boolean visible(String text) {
    int length = text.codePointCount(0, text.length());
    return length >= 1 && length <= NAME_LIMIT && !UNSEEN.matcher(text).find();
  }
}
