package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.StaffMember;
import org.junit.jupiter.api.Test;

/** What a deputy may do in the seat of somebody who is away. */
class SeatRulesTests {

  private static final UUID ABSENT = new UUID(1, 1);
  private static final UUID DEPUTY = new UUID(2, 2);

  private static Actor as(UUID id, Role... roles) {
    return new Actor(id, "somebody", Set.of(roles), CaseFixtures.UNIT);
  }

  private static Actor seated(Role role) {
    var absent = new StaffMember(ABSENT, "absent", "absent", CaseFixtures.UNIT, Set.of(role), true);
    return new Actor(DEPUTY, "deputy", Set.of(Role.CALLER), "elsewhere").inSeatOf(absent);
  }

  private static TestingMatter askedBy(Actor handler) {
    var accepted = TestingMatter.opened("appeal", null).does("accept");
    var dispatch = accepted.act("dispatch", accepted.doer(accepted.rule("dispatch")));
    dispatch.facts().put("unit", CaseFixtures.UNIT);
    var working = accepted.does(dispatch);
    return working.does(working.act("ask-extension", handler));
  }

  private static TestingMatter asked() {
    return askedBy(as(new UUID(3, 3), Role.HANDLER));
  }

  @Test
  void hasThePartsOfTheAbsentAndLosesItsOwn() {
    assertThat(asked().tried("extend", seated(Role.APPROVER))).isEqualTo("accepted");
    assertThat(asked().tried("extend", as(DEPUTY, Role.CALLER))).isEqualTo("not-allowed");
    assertThat(seated(Role.APPROVER).is(Role.CALLER)).isFalse();
  }

  @Test
  void judgesNeitherItsOwnWorkNorThatOfTheAbsent() {
    assertThat(askedBy(as(DEPUTY, Role.HANDLER)).tried("extend", seated(Role.APPROVER)))
        .isEqualTo("same-person");
    assertThat(askedBy(as(ABSENT, Role.HANDLER)).tried("extend", seated(Role.APPROVER)))
        .isEqualTo("same-person");
  }
}
