package org.bihuan.bench;

import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;

/** The invented people of a run; the same for every contestant. */
final class Staff {

  static final String CENTRE = "dispatch-centre";
  static final String UNIT = "city-management";
  static final String AREA = "140213055";
  static final String ITEM = "street-lamp";
  static final Actor DISPATCHER = actor(1, Role.DISPATCHER, CENTRE);
  static final Actor HANDLER = actor(2, Role.HANDLER, UNIT);

  private Staff() {}

  private static Actor actor(int number, Role role, String unit) {
    return new Actor(new UUID(0x7000L, 0x8000_0000_0000_0000L | number), "", Set.of(role), unit);
  }
}
