package org.bihuan.loop.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bihuan.foundation.access.TestingUnits;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.Test;

/** The list says who leads, who helps and why, and what is not in force yet. */
class DutyTrialRulesTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
  private static final Units UNITS =
      TestingUnits.loaded(TestDatabase.fresh(), CLOCK, new District(140213));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String STREET = "140213051";

  private static final Duty KIND = new Duty("appeal", null, null, "civil-affairs");
  private static final Duty ITEM =
      new Duty(
          null,
          "noise",
          null,
          "city-management",
          List.of("public-security", "street-office", "city-management", "dissolved-bureau"),
          null,
          null);
  private static final Duty LATER =
      new Duty(null, "noise", STREET, "public-security", null, DAY.plusDays(1), "裁定");

  private static DutyTrial tried(LocalDate today, Duty... duties) {
    var file = new DutyFile(1, "test", "ours", List.of(duties), null);
    return new DutyList(UNITS, file, () -> today, List::of).tried("appeal", "noise", STREET);
  }

  @Test
  void namesNobodyToHelpWhereTheFallbackDeskLeads() {
    var trial = tried(DAY);
    assertThat(trial.fallback()).isTrue();
    assertThat(trial.lead()).isEqualTo(UNITS.fallback());
    assertThat(trial.with()).isEmpty();
    assertThat(trial.candidates()).isEmpty();
  }

  @Test
  void leavesOutHelpersThatAreGoneAndTheLeadItself() {
    var trial = tried(DAY, KIND, ITEM);
    assertThat(trial.lead().code()).isEqualTo("city-management");
    assertThat(trial.with())
        .extracting(WorkUnit::code)
        .containsExactly("public-security", "street-051");
  }

  @Test
  void doesNotLetARowDecideBeforeItsDay() {
    var today = tried(DAY, KIND, LATER, ITEM);
    assertThat(today.lead().code()).isEqualTo("city-management");
    assertThat(today.candidates()).extracting(c -> c.duty()).containsExactly(LATER, ITEM, KIND);
    assertThat(today.candidates()).extracting(c -> c.holds()).containsExactly(false, true, true);
    assertThat(today.candidates()).extracting(c -> c.decides()).containsExactly(false, true, false);
    assertThat(tried(DAY.plusDays(1), KIND, LATER, ITEM).lead().code())
        .isEqualTo("public-security");
  }

  @Test
  void prefersTheLaterOfTwoRowsAlike() {
    var old = new Duty(null, "noise", null, "city-management", null, DAY.minusDays(9), null);
    var fresh = new Duty(null, "noise", null, "public-security", null, DAY, null);
    assertThat(tried(DAY, old, fresh).lead().code()).isEqualTo("public-security");
    assertThat(tried(DAY.minusDays(1), old, fresh).lead().code()).isEqualTo("city-management");
  }
}
