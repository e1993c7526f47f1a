package org.bihuan.loop.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.loop.routing.HandOver.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandOverRulesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final StaffMember ABSENT = member("chen", true, Role.HANDLER);
  private static final StaffMember DEPUTY = member("liu", true, Role.CLERK);
  private static final Actor SELF = new Actor(ABSENT.id(), "陈", ABSENT.roles(), "x");

  private static StaffMember member(String login, boolean active, Role role) {
    return new StaffMember(
        UUID.nameUUIDFromBytes(login.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        login,
        login,
        "city-management",
        Set.of(role),
        active);
  }

  private static Optional<Refusal> refusal(
      @Nullable StaffMember absent,
      @Nullable StaffMember deputy,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Actor actor) {
    var wanted = new HandOver.Wanted("a", "b", from, to, "年休假");
    var people = new HandOverRules.People(absent, deputy);
    return HandOverRules.refusal(wanted, people, actor, TODAY, 10);
  }

  private static Optional<Refusal> of(@Nullable StaffMember absent, @Nullable StaffMember deputy) {
    return refusal(absent, deputy, TODAY, TODAY, SELF);
  }

  private static Optional<Refusal> days(@Nullable LocalDate from, @Nullable LocalDate to) {
    return refusal(ABSENT, DEPUTY, from, to, SELF);
  }

  @Test
  void isOnesOwnToMakeAndTheAdministratorsForAnybody() {
    assertThat(of(ABSENT, DEPUTY)).isEmpty();
    var other = new Actor(DEPUTY.id(), "刘", DEPUTY.roles(), "x");
    assertThat(refusal(ABSENT, DEPUTY, TODAY, TODAY, other)).contains(Refusal.NOT_YOURS);
    var admin = new Actor(new UUID(0, 9), "管", Set.of(Role.ADMIN), "x");
    assertThat(refusal(ABSENT, DEPUTY, TODAY, TODAY, admin)).isEmpty();
  }

  @Test
  void isNotHandedOn() {
    var seated = new Actor(DEPUTY.id(), "刘", Set.of(), "x").inSeatOf(ABSENT);
    assertThat(refusal(ABSENT, DEPUTY, TODAY, TODAY, seated)).contains(Refusal.IN_A_SEAT);
  }

  @Test
  void isBetweenTwoInOfficeWhoWorkMatters() {
    assertThat(of(null, DEPUTY)).contains(Refusal.ABSENT_UNKNOWN);
    assertThat(of(ABSENT, null)).contains(Refusal.DEPUTY_UNKNOWN);
    assertThat(of(ABSENT, member("gone", false, Role.HANDLER))).contains(Refusal.DEPUTY_UNKNOWN);
    assertThat(of(ABSENT, member("admin", true, Role.ADMIN)))
        .contains(Refusal.DEPUTY_WORKS_NOTHING);
    assertThat(of(ABSENT, ABSENT)).contains(Refusal.SAME_PERSON);
  }

  @Test
  void isForDaysThatAreNotOverAndNotTooMany() {
    assertThat(days(null, TODAY)).contains(Refusal.DAYS_MISSING);
    assertThat(days(TODAY, TODAY.minusDays(1))).contains(Refusal.DAYS_REVERSED);
    assertThat(days(TODAY.minusDays(2), TODAY.minusDays(1))).contains(Refusal.DAYS_PAST);
    assertThat(days(TODAY, TODAY.plusDays(9))).isEmpty();
    assertThat(days(TODAY, TODAY.plusDays(10))).contains(Refusal.DAYS_TOO_MANY);
  }

  @Test
  void standsByItsDays() {
    var one =
        new HandOver(
            new UUID(0, 1), ABSENT.id(), DEPUTY.id(), TODAY, TODAY, "假", ABSENT.id(), null);
    assertThat(one.on(TODAY.minusDays(1))).isEqualTo(HandOver.Stage.COMING);
    assertThat(one.on(TODAY)).isEqualTo(HandOver.Stage.UNDER_WAY);
    assertThat(one.on(TODAY.plusDays(1))).isEqualTo(HandOver.Stage.OVER);
  }
}
