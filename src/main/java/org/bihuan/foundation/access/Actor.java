package org.bihuan.foundation.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever acts: a staff member, the person who raised a matter, a program, or the clock.
 *
 * @param id the staff or person id; the entry keeps this, never the name
 * @param name shown to colleagues
 * @param roles the parts this actor may play
 * @param unit code of the unit the actor belongs to; absent for applicants and the clock
 * @param standsFor the member in whose seat the actor sits, with their roles and unit; absent for
 *     whoever acts in their own
 */
public record Actor(
    UUID id, String name, Set<Role> roles, @Nullable String unit, @Nullable UUID standsFor) {

  /** The clock: performs expiry acts. Its id is fixed so that a register can be read anywhere. */
  public static final Actor CLOCK =
      new Actor(
          UUID.fromString("00000000-0000-7000-8000-000000000001"),
          "clock",
          Set.of(Role.SYSTEM),
          null);

  /** Between the names of a deputy and of whom they stand in for, wherever the name is shown. */
  public static final String SEAT = " → ";

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** Somebody in their own seat. */
  public Actor(UUID id, String name, Set<Role> roles, @Nullable String unit) {
    this(id, name, roles, unit, null);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** The person who raised a matter, known by code and phone tail or by sign-in. */
  public static Actor applicant(UUID person, String name) {
    return new Actor(person, name, Set.of(Role.APPLICANT), null);
  }

  /**
   * The same person in the seat of a colleague: with the colleague's rights, under their own id.
   */
  public Actor inSeatOf(StaffMember colleague) {
    var both = name + SEAT + colleague.name();
    return new Actor(id, both, colleague.roles(), colleague.unit(), colleague.id());
  }
}
