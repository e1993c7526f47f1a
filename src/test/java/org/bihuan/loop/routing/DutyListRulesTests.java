package org.bihuan.loop.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bihuan.foundation.access.TestingUnits;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.TestingPlaces;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.bihuan.loop.procedures.Procedures;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matter × area → unit; there is always one. */
class DutyListRulesTests {

  private static final District DISTRICT = new District(140213);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Units UNITS = TestingUnits.loaded(DATABASE, CLOCK, DISTRICT);
  private static final DutyList SHIPPED =
      new DutyList(UNITS, DISTRICT, TestingRulings.on(DATABASE, UNITS, CLOCK, DISTRICT), CLOCK);

  private static DutyList list(Duty... duties) {
    return new DutyList(UNITS, new DutyFile(1, "test", "ours", List.of(duties), null));
  }

  private static String unit(DutyList list, String item, String area) {
    return list.unitFor("appeal", item, area).code();
  }

  @Nested
  class TheShippedList {

    @ParameterizedTest
    @CsvSource({
      "licence, construction-permit, 140213051, approval-bureau",
      "appeal, rider-parking, 140213051, traffic-police",
      "appeal, rider-entry, 140213051, street-051",
      "appeal, rider-entry, 140213051001, street-051",
      "appeal, rider-entry, 140213, dispatch-centre",
      "appeal, no-such-item, 140213051, dispatch-centre",
      "appeal, , 140213051, dispatch-centre",
      "joint, , 140213051, dispatch-centre"
    })
    void namesTheUnit(String procedure, String item, String area, String unit) {
      assertThat(SHIPPED.unitFor(procedure, item, area).code()).isEqualTo(unit);
    }

    @Test
    void leavesNoMatterInNoPlaceWithoutAnOwner() {
      var places = TestingPlaces.loaded(DATABASE.jdbc(), CLOCK, DISTRICT);
      var items = Procedures.shipped().items();
      assertThat(items).isNotEmpty();
      for (var street : places.streets().stream().map(Area::code).toList()) {
        for (var item : items) {
          var unit = SHIPPED.unitFor(item.procedure(), item.code(), street);
          assertThat(UNITS.codes()).contains(unit.code());
        }
      }
    }
  }

  @Nested
  class TheMostSpecificRow {

    private final Duty kind = new Duty("appeal", null, null, "civil-affairs");
    private final Duty street = new Duty(null, null, "140213051", "street-051");
    private final Duty community = new Duty(null, null, "140213051001", "city-management");
    private final Duty item = new Duty(null, "noise", null, "public-security");

    @Test
    void winsWhereverItStands() {
      for (var list :
          List.of(list(kind, street, community, item), list(item, community, street, kind))) {
        assertThat(unit(list, "noise", "140213051001")).isEqualTo("public-security");
        assertThat(unit(list, "waste", "140213051001")).isEqualTo("city-management");
        assertThat(unit(list, "waste", "140213051002")).isEqualTo("street-051");
        assertThat(unit(list, "waste", "140213052")).isEqualTo("civil-affairs");
      }
    }

    @Test
    void isForItsOwnKindOnly() {
      assertThat(list(kind).unitFor("licence", null, "140213051").code())
          .isEqualTo("dispatch-centre");
    }

    @Test
    void givesWayToTheFallbackDeskIfItsUnitIsUnknown() {
      assertThat(
              unit(list(new Duty("appeal", null, null, "dissolved-bureau")), "noise", "140213051"))
          .isEqualTo(UNITS.fallback().code());
    }
  }
}
