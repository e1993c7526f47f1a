package org.bihuan.services.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.services.stations.StationFixtures.MORNING;
import static org.bihuan.services.stations.StationFixtures.saying;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationRulesTests {

  private static final Text WORKS = new Text("门前施工", "Works at the door");
  private static final StationRules.Known KNOWN =
      new StationRules.Known(
          "140213051"::equals, "street-051"::equals, "street"::equals, "water"::equals);

  private static Typed typed(Map<String, String> values) {
    var all = new LinkedHashMap<String, List<String>>();
    values.forEach((name, value) -> all.put(name, List.of(value)));
    return Typed.of(all);
  }

  private static List<String> fields(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> _ -> List.of();
      case Outcome.Refused<?>(var errors) -> errors.stream().map(FieldError::field).toList();
    };
  }

  private static Map<String, String> sound() {
    var values = new LinkedHashMap<String, String>();
    values.put("name.zh", "测试驿站");
    values.put("kind", "street");
    values.put("area", "140213051");
    values.put("address.zh", "某街一号");
    values.put("way.en", "Straight on");
    values.put("point", "40.09, 113.29");
    values.put("phone", "0352-5550101");
    values.put("unit", "street-051");
    values.put("week.1", "20:00-06:00");
    values.put("special", "2027-10-01 -\n\n2027-10-02 09:00-12:00");
    values.put("facilities", "water");
    return values;
  }

  @Nested
  class Keeping {

    @ParameterizedTest
    @CsvSource({
      "HANDLER, street-051, true",
      "APPROVER, street-051, true",
      "HANDLER, social-work, true",
      "HANDLER, street-054, false",
      "CLERK, street-051, false",
      "LEADER, social-work, false"
    })
    void isForTheKeepersUnitAndTheProgramme(Role role, String unit, boolean keeps) {
      var actor = new Actor(new UUID(0, 1), "某人", Set.of(role), unit);
      assertThat(StationRules.keeps(actor, "street-051", "social-work")).isEqualTo(keeps);
    }
  }

  @Nested
  class Drafting {

    @Test
    void namesEverythingThatIsWrongAtOnce() {
      assertThat(fields(StationRules.draft(Typed.NOTHING, KNOWN)))
          .contains(
              "name.zh",
              "kind",
              "area",
              "address.zh",
              "way.zh",
              "point",
              "phone",
              "unit",
              "facilities");
      assertThat(fields(StationRules.draft(Typed.NOTHING, KNOWN))).doesNotContain("week.1");
    }

    @ParameterizedTest
    @CsvSource({
      "point, 'nowhere'",
      "point, '91,113'",
      "phone, '12'",
      "week.1, '7-9'",
      "special, 'tomorrow'",
      "unit, 'street-999'",
      "area, '140213'",
      "facilities, 'sauna'"
    })
    void refusesOneWrongField(String field, String value) {
      var values = sound();
      values.put(field, value);
      assertThat(fields(StationRules.draft(typed(values), KNOWN))).containsExactly(field);
    }

    @Test
    void takesOneLanguageForBoth() {
      var outcome = StationRules.draft(typed(sound()), KNOWN);
      assertThat(outcome).isInstanceOf(Outcome.Done.class);
      if (outcome instanceof Outcome.Done<StationRules.Draft>(var draft)) {
        assertThat(draft.name()).isEqualTo(new Text("测试驿站", "测试驿站"));
        assertThat(draft.place().way()).isEqualTo(new Text("Straight on", "Straight on"));
        assertThat(draft.hours().specialText()).hasSize(2);
      }
    }

    @Test
    void refusesACodeThatCannotStandInAnAddress() {
      assertThat(fields(StationRules.code("Silingbu"))).containsExactly("code");
      assertThat(fields(StationRules.code("new"))).containsExactly("code");
      assertThat(fields(StationRules.code(" silingbu-2 "))).isEmpty();
    }
  }

  @Nested
  class Saying {

    @Test
    void needsAReasonToCloseForNow() {
      assertThat(fields(StationRules.live(typed(Map.of("state", "paused")), MORNING)))
          .containsExactly("reason.zh");
      assertThat(fields(StationRules.live(typed(Map.of("state", "full")), MORNING))).isEmpty();
    }

    @Test
    void refusesAnEndThatIsPastAndAStateNobodyKnows() {
      var past = typed(Map.of("state", "full", "until", "2027-09-15T09:59"));
      assertThat(fields(StationRules.live(past, MORNING))).containsExactly("until");
      assertThat(fields(StationRules.live(typed(Map.of("state", "gone")), MORNING)))
          .containsExactly("state");
    }
  }

  @Nested
  class StandingNow {

    @Test
    void isAsTheHoursSay() {
      var station = saying(Station.State.OPEN, null, null);
      assertThat(station.standing(MORNING).kind()).isEqualTo(StationStanding.Kind.OPEN);
      var night = MORNING.plus(Duration.ofHours(12));
      assertThat(station.standing(night).kind()).isEqualTo(StationStanding.Kind.SHUT);
    }

    @Test
    void isTheKeepersWordUntilItsTimeIsOver() {
      var noon = MORNING.plus(Duration.ofHours(2));
      var paused = saying(Station.State.PAUSED, noon, WORKS);
      assertThat(paused.standing(MORNING))
          .isEqualTo(new StationStanding(StationStanding.Kind.PAUSED, noon, WORKS));
      assertThat(paused.standing(noon).kind()).isEqualTo(StationStanding.Kind.OPEN);
    }

    @Test
    void isNeverFullWhileItIsShut() {
      var full = saying(Station.State.FULL, null, null);
      assertThat(full.standing(MORNING).kind()).isEqualTo(StationStanding.Kind.FULL);
      var night = MORNING.plus(Duration.ofHours(12));
      assertThat(full.standing(night).kind()).isEqualTo(StationStanding.Kind.SHUT);
    }
  }

  @Nested
  class Distances {

    @Test
    void areThoseOfTheGreatCircle() {
      assertThat(new Point(40, 113).metresTo(new Point(40, 113))).isZero();
      assertThat(new Point(40, 113).metresTo(new Point(41, 113))).isBetween(111_100L, 111_300L);
      assertThat(new Point(40, 113).metresTo(new Point(40, 114))).isBetween(85_100L, 85_300L);
    }

    @Test
    void needAPlaceOnTheEarth() {
      assertThat(Point.parse("40.0931,113.2948")).hasValue(new Point(40.0931, 113.2948));
      assertThat(Point.parse("113.2948,40.0931")).isEmpty();
      assertThat(Point.parse("x")).isEmpty();
    }
  }
}
