package org.bihuan.foundation.access.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.bihuan.foundation.access.entry.Passage.Pass;
import org.bihuan.foundation.access.entry.VisitSql.Kept;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in, from which device, since when; each visit can be ended from any other of the
 * same owner. A session is worth what its visit is worth at this moment.
 */
@Component
public class Visits {

  static final String PHONE = "resident phone";

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final VisitSql sql;
  private final Sessions sessions;
  private final SecondFactor factors;
  private final Seals seals;
  private final VisitLimits limits;
  private final Clock clock;

  Visits(
      VisitSql sql,
      Sessions sessions,
      SecondFactor factors,
      Seals seals,
      VisitLimits limits,
      Clock clock) {
    this.sql = sql;
    this.sessions = sessions;
    this.factors = factors;
    this.seals = seals;
    this.limits = limits;
    this.clock = clock;
  }

  /** A member has shown all that is asked for. */
  @Transactional
  public Pass begin(Ticket ticket, Caller caller) {
    return begin(ticket, caller, false);
  }

  /**
   * The same.
   *
   * @param vouched true if another house is trusted to have asked for both factors
   */
  @Transactional
  public Pass begin(Ticket ticket, Caller caller, boolean vouched) {
    var now = clock.instant();
    var id = seals.id();
    sql.begin(id, ticket, vouched, caller, now);
    sql.forget(now.minus(limits.kept()));
    return new Pass(id, true);
  }

  /** A resident has shown that the phone is theirs. */
  @Transactional
  public Pass begin(PhoneCodes.Shown shown, Caller caller) {
    var now = clock.instant();
    var fresh = seals.id();
    var key = seals.digest(PHONE, shown.phone());
    var closed = seals.close(shown.phone().getBytes(UTF_8), PHONE, fresh);
    var resident = sql.welcome(fresh, key, closed, now) ? fresh : sql.resident(key);
    var id = seals.id();
    sql.begin(id, resident, caller, now);
    return new Pass(id, false);
  }

  /**
   * Forgets a phone, given in digits, and signs out whoever signed in with it; the same phone may
   * come again as somebody new.
   *
   * @return how many visits ended
   */
  @Transactional
  public int forget(String phone) {
    var key = seals.digest(PHONE, phone);
    return sql.forget(key, seals.bytes(key.length), clock.instant());
  }

  /** How long a browser may be quiet. */
  public Duration idle(Pass pass) {
    return limits.idle(pass.staff());
  }

  /**
   * Who acts through a visit now; empty once it was ended, was quiet or went on for too long, or
   * shows up on another device of a member: then somebody has taken it.
   */
  public Optional<Standing> look(Pass pass, String device) {
    var now = clock.instant();
    return sql.find(pass.visit())
        .filter(visit -> limits.goesOn(visit, now))
        .filter(visit -> !visit.isStaff() || visit.caller().device().equals(device))
        .filter(visit -> seen(visit, now))
        .flatMap(visit -> actor(visit).map(actor -> standing(visit, actor, now)));
  }

  /** Noted to the minute: a page is no reason to write. */
  private boolean seen(Kept visit, Instant now) {
    return visit.seenAt().plus(MINUTE).isAfter(now) || sql.seen(visit.id(), now);
  }

  private Standing standing(Kept visit, Actor actor, Instant now) {
    boolean owes = visit.isStaff() && !visit.vouched() && factors.isOwed(actor.id());
    return new Standing(visit.id(), actor, limits.isFresh(visit, now), owes);
  }

  private Optional<Actor> actor(Kept visit) {
    var staff = visit.staff();
    if (staff != null) {
      return sessions.actor(new Ticket(staff, visit.stamp()));
    }
    var resident = visit.resident();
    var phone = visit.phone();
    return resident == null || phone == null
        ? Optional.empty()
        : Optional.of(Actor.applicant(resident, masked(opened(phone, resident))));
  }

  /** True if whoever signed in has no desk but a round to walk: a grid worker. */
  @Transactional
  public boolean afield(Pass pass, String device) {
    return look(pass, device)
        .filter(standing -> standing.actor().roles().equals(Set.of(Role.GRID_WORKER)))
        .isPresent();
  }

  /** The phone a resident signed in with, digits only. */
  @Transactional(readOnly = true)
  public Optional<String> phone(Actor resident) {
    return sql.phone(resident.id()).map(closed -> opened(closed, resident.id()));
  }

  private String opened(byte[] closed, UUID resident) {
    return new String(seals.open(closed, PHONE, resident), UTF_8);
  }

  private static String masked(String phone) {
    return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
  }

  /** All visits of an owner that go on, newest first. */
  @Transactional(readOnly = true)
  public List<Visit> of(Standing standing) {
    var now = clock.instant();
    return sql.of(standing.actor().id(), standing.actor().unit() != null).stream()
        .filter(visit -> limits.goesOn(visit, now))
        .map(visit -> visit.shown(standing.visit()))
        .toList();
  }

  /** Ends one visit of this owner; false if there is none. */
  @Transactional
  public boolean end(UUID visit, Standing standing) {
    return sql.end(visit, standing.actor().id(), clock.instant());
  }

  /** Ends all visits of this owner but the one that asks; returns how many. */
  @Transactional
  public int endOthers(Standing standing) {
    return sql.endOthers(standing.visit(), standing.actor().id(), clock.instant());
  }

  /** Signs out; false if the visit had ended. */
  @Transactional
  public boolean end(Pass pass) {
    return sql.end(pass.visit(), clock.instant());
  }

  /** They have just shown again who they are; false if the visit has ended. */
  @Transactional
  public boolean prove(Standing standing) {
    return sql.proved(standing.visit(), clock.instant());
  }
}
