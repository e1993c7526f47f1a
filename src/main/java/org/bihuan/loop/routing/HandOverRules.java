package org.bihuan.loop.routing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.loop.routing.HandOver.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who may hand over what to whom. A deputy does not hand on: an agent may not delegate further
 * without consent (Civil Code, article 169).
 */
final class HandOverRules {

  private static final int LONGEST_REASON = 200;
  private static final Set<Role> WORK_NOTHING = EnumSet.of(Role.ADMIN, Role.INTEGRATOR);

  private HandOverRules() {}

  /** The two people; absent where there is no such member. */
  record People(@Nullable StaffMember absent, @Nullable StaffMember deputy) {}

  /** Why it cannot be written down, apart from what others wrote down before. */
  static Optional<Refusal> refusal(
      HandOver.Wanted wanted, People people, Actor actor, LocalDate today, int longest) {
    if (actor.standsFor() != null) {
      return Optional.of(Refusal.IN_A_SEAT);
    }
    return people(people, actor)
        .or(() -> days(wanted.from(), wanted.to(), today, longest))
        .or(() -> reason(wanted.reason()));
  }

  private static Optional<Refusal> people(People people, Actor actor) {
    var absent = people.absent();
    var deputy = people.deputy();
    if (absent == null || !absent.active()) {
      return Optional.of(Refusal.ABSENT_UNKNOWN);
    }
    if (!absent.id().equals(actor.id()) && !actor.is(Role.ADMIN)) {
      return Optional.of(Refusal.NOT_YOURS);
    }
    if (worksNothing(absent)) {
      return Optional.of(Refusal.ABSENT_WORKS_NOTHING);
    }
    if (deputy == null || !deputy.active()) {
      return Optional.of(Refusal.DEPUTY_UNKNOWN);
    }
    if (worksNothing(deputy)) {
      return Optional.of(Refusal.DEPUTY_WORKS_NOTHING);
    }
    return absent.id().equals(deputy.id()) ? Optional.of(Refusal.SAME_PERSON) : Optional.empty();
  }

  /** True for accounts that work no matters: they neither hand over nor stand in. */
  static boolean worksNothing(StaffMember member) {
    return member.roles().stream().anyMatch(WORK_NOTHING::contains);
  }

  private static Optional<Refusal> days(
      @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, int longest) {
    if (from == null || to == null) {
      return Optional.of(Refusal.DAYS_MISSING);
    }
    if (to.isBefore(from)) {
      return Optional.of(Refusal.DAYS_REVERSED);
    }
    if (to.isBefore(today)) {
      return Optional.of(Refusal.DAYS_PAST);
    }
    return ChronoUnit.DAYS.between(from, to) >= longest
        ? Optional.of(Refusal.DAYS_TOO_MANY)
        : Optional.empty();
  }

  private static Optional<Refusal> reason(String reason) {
    int length = reason.codePointCount(0, reason.length());
    boolean seen = reason.codePoints().noneMatch(Character::isISOControl);
    return length >= 1 && length <= LONGEST_REASON && seen
        ? Optional.empty()
        : Optional.of(Refusal.REASON_FORM);
  }
}
