package org.bihuan.foundation.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Outcome.Done;
import org.bihuan.foundation.access.Outcome.Refusal;
import org.bihuan.foundation.access.Outcome.Refused;
import org.bihuan.foundation.shared.Uuid7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff of the district: who works where, in which roles, with which tokens. Passwords and
 * tokens are made here, shown once and kept only as hashes; nobody chooses one for another.
 */
@Component
public class Staff {

  private final StaffSql sql;
  private final CredentialSql credentials;
  private final Units units;
  private final Passwords passwords;
  private final Clock clock;

  Staff(StaffSql sql, CredentialSql credentials, Units units, Passwords passwords, Clock clock) {
    this.sql = sql;
    this.credentials = credentials;
    this.units = units;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Somebody to add: login name, name, code of the unit, roles. */
  public record Newcomer(String login, String name, String unit, Set<Role> roles) {}

  /** A member and the password to hand over once. */
  public record NewPassword(StaffMember member, String password) {

    /** Without the password: it is for one pair of eyes. */
    @Override
    public String toString() {
      return "NewPassword of " + member.login();
    }
  }

  /** A token to hand over once, its name, and the instant after which it is worthless. */
  public record NewToken(String name, String token, Instant expiresAt) {

    /** Without the token: it is for one pair of eyes. */
    @Override
    public String toString() {
      return "NewToken " + name;
    }
  }

  /** Everybody, by login name. */
  @Transactional(readOnly = true)
  public List<StaffMember> all() {
    return sql.all();
  }

  @Transactional(readOnly = true)
  public Optional<StaffMember> find(String login) {
    return sql.byLogin(StaffRules.login(login));
  }

  @Transactional(readOnly = true)
  public Optional<StaffMember> find(UUID id) {
    return sql.byId(id);
  }

  /** The names of these members; unknown ids are left out. */
  @Transactional(readOnly = true)
  public Map<UUID, String> names(Collection<UUID> ids) {
    return sql.names(ids);
  }

  /** Adds somebody with a password made up here. */
  @Transactional
  public Outcome<NewPassword> add(Newcomer newcomer) {
    var login = StaffRules.login(newcomer.login());
    var name = StaffRules.name(newcomer.name());
    boolean unitKnown = units.find(newcomer.unit()).isPresent();
    var refusal = StaffRules.add(login, name, unitKnown, newcomer.roles());
    if (refusal.isPresent()) {
      return new Refused<>(refusal.get());
    }
    var password = RandomText.password();
    var member =
        new StaffMember(Uuid7.next(clock), login, name, newcomer.unit(), newcomer.roles(), true);
    return sql.add(member, passwords.encode(password), clock.instant())
        ? new Done<>(new NewPassword(member, password))
        : new Refused<>(Refusal.LOGIN_TAKEN);
  }

  /** Gives a member these roles instead of those they had; holds from their next request on. */
  @Transactional
  public Outcome<StaffMember> setRoles(String login, Set<Role> roles) {
    var refusal = StaffRules.roles(roles);
    if (refusal.isPresent()) {
      return new Refused<>(refusal.get());
    }
    var admins = sql.lockAdmins();
    var found = sql.lock(StaffRules.login(login));
    if (found.isEmpty()) {
      return new Refused<>(Refusal.STAFF_UNKNOWN);
    }
    var member = found.get();
    if (admins.equals(List.of(member.id())) && !roles.contains(Role.ADMIN)) {
      return new Refused<>(Refusal.LAST_ADMIN);
    }
    sql.setRoles(member, roles);
    return new Done<>(
        new StaffMember(
            member.id(), member.login(), member.name(), member.unit(), roles, member.active()));
  }

  /** Gives a member a new password made up here and ends all their sessions. */
  @Transactional
  public Outcome<NewPassword> reset(String login) {
    var found = sql.lock(StaffRules.login(login));
    if (found.isEmpty()) {
      return new Refused<>(Refusal.STAFF_UNKNOWN);
    }
    if (!found.get().active()) {
      return new Refused<>(Refusal.STAFF_DISABLED);
    }
    var password = RandomText.password();
    credentials.setPassword(found.get().id(), passwords.encode(password));
    return new Done<>(new NewPassword(found.get(), password));
  }

  /** Shuts a member out: sessions and tokens are dead from the next request on. */
  @Transactional
  public Outcome<StaffMember> disable(String login) {
    var admins = sql.lockAdmins();
    var found = sql.lock(StaffRules.login(login));
    if (found.isEmpty()) {
      return new Refused<>(Refusal.STAFF_UNKNOWN);
    }
    var member = found.get();
    if (!member.active()) {
      return new Refused<>(Refusal.STAFF_DISABLED);
    }
    if (admins.equals(List.of(member.id()))) {
      return new Refused<>(Refusal.LAST_ADMIN);
    }
    sql.disable(member.id());
    return new Done<>(
        new StaffMember(
            member.id(), member.login(), member.name(), member.unit(), member.roles(), false));
  }

  /** Makes a token that acts as this member, with the roles they have at each moment. */
  @Transactional
  public Outcome<NewToken> createToken(String login, String name, Duration lifetime) {
    var found = sql.lock(StaffRules.login(login));
    if (found.isEmpty()) {
      return new Refused<>(Refusal.STAFF_UNKNOWN);
    }
    var clean = StaffRules.name(name);
    var refusal = StaffRules.token(found.get(), clean, lifetime);
    if (refusal.isPresent()) {
      return new Refused<>(refusal.get());
    }
    var token = new NewToken(clean, RandomText.token(), clock.instant().plus(lifetime));
    return credentials.addToken(Uuid7.next(clock), found.get().id(), token, clock.instant())
        ? new Done<>(token)
        : new Refused<>(Refusal.TOKEN_NAME_TAKEN);
  }

  /** Makes a token worthless from the next request on; returns its owner. */
  @Transactional
  public Outcome<StaffMember> revokeToken(String login, String name) {
    var found = sql.lock(StaffRules.login(login));
    if (found.isEmpty()) {
      return new Refused<>(Refusal.STAFF_UNKNOWN);
    }
    var clean = StaffRules.name(name);
    return StaffRules.visible(clean)
            && credentials.revokeToken(found.get().id(), clean, clock.instant())
        ? new Done<>(found.get())
        : new Refused<>(Refusal.TOKEN_UNKNOWN);
  }
}
