package org.bihuan.foundation.access;

import java.util.Set;
import java.util.UUID;

/**
 * Someone who works in a unit, or a program that acts for one.
 *
 * @param id kept by the register
 * @param login the name typed at sign-in, lower case
 * @param name shown to colleagues
 * @param unit code of the unit
 * @param roles the parts they may play
 * @param active false once they were disabled
 */
public record StaffMember(
    UUID id, String login, String name, String unit, Set<Role> roles, boolean active) {

  public StaffMember {
    roles = Set.copyOf(roles);
  }
}
