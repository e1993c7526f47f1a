package org.bihuan.services.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.node.JsonNodeFactory;

/** What stations refuse, what breaks and is mended, on the real database. */
class StationsSqlTests extends StationScene {

  @Nested
  class Breaking {

    private Troubles.Reported say(String subject, String words) {
      return troubles.report(station, new Troubles.Said(subject, words, "", ""));
    }

    private Station.Condition water() {
      return stations
          .find(station.code())
          .orElseThrow()
          .facility("water")
          .orElseThrow()
          .condition();
    }

    @Test
    void isRefusedForWhatTheStationHasNotAndForNothingSaid() {
      assertThat(say("sauna", "")).isInstanceOf(Troubles.Reported.Wrong.class);
      assertThat(say(Trouble.OTHER, "坏")).isInstanceOf(Troubles.Reported.Wrong.class);
      var half = new Troubles.Said("water", "", "张三", "");
      assertThat(troubles.report(station, half)).isInstanceOf(Troubles.Reported.Wrong.class);
      assertThat(troubles.of(station)).isEmpty();
    }

    @Test
    void isOneMatterForAllWhoSeeIt() {
      assertThat(say("water", "")).isInstanceOf(Troubles.Reported.Opened.class);
      assertThat(say("water", "")).isInstanceOf(Troubles.Reported.Known.class);
      assertThat(troubles.out(station, "water", KEEPER))
          .isInstanceOf(Troubles.Reported.Known.class);
      assertThat(open(Trouble.Kind.BROKEN)).hasSize(1);
      assertThat(water()).isEqualTo(Station.Condition.OUT);
    }

    @Test
    void isReportedUntilTheKeeperHasLookedAndMendedWithTheMatter() {
      say("water", "");
      assertThat(water()).isEqualTo(Station.Condition.REPORTED);
      fix(open(Trouble.Kind.BROKEN).getFirst());
      assertThat(water()).isEqualTo(Station.Condition.WORKING);
      assertThat(open(Trouble.Kind.BROKEN)).isEmpty();
      assertThat(stations.log(station))
          .extracting(Stations.Change::what)
          .startsWith("working", "reported");
    }

    @Test
    void isBrokenAgainWhereThePersonObjects() {
      say("water", "");
      var trouble = open(Trouble.Kind.BROKEN).getFirst();
      fix(trouble);
      var file = cases.find(new CaseId(trouble.caseId())).orElseThrow();
      var person = Actor.applicant(file.subject().applicant(), "");
      var act =
          new Act(
              file.identity().id(),
              "object",
              person,
              null,
              "还是不出水",
              JsonNodeFactory.instance.objectNode(),
              null);
      cases.perform(List.of(act));
      work.follow();
      assertThat(open(Trouble.Kind.BROKEN)).hasSize(1);
      assertThat(water()).isEqualTo(Station.Condition.REPORTED);
    }

    @Test
    void cannotFloodTheKeeperWithWhatHasNoName() {
      for (int i = 0; i < 5; i++) {
        assertThat(say(Trouble.OTHER, "门口的灯不亮")).isInstanceOf(Troubles.Reported.Opened.class);
      }
      assertThat(say(Trouble.OTHER, "门口的灯不亮")).isInstanceOf(Troubles.Reported.Known.class);
    }
  }

  @Nested
  class Changing {

    @Test
    void isRefusedWhereSomebodyWasFaster() {
      var full = typed("state", "full", "version", "" + station.version());
      done(stations.say(station, full, KEEPER));
      assertThat(refused(stations.say(station, full, KEEPER))).isEqualTo("changed-meanwhile");
    }

    @Test
    void isLoggedAndTheLogCannotBeEdited() {
      var full = typed("state", "full", "version", "" + station.version());
      done(stations.say(station, full, KEEPER));
      assertThat(stations.log(station)).extracting(Stations.Change::what).startsWith("full");
      var edit = jdbc.sql("delete from stations.change");
      assertThatThrownBy(edit::update).hasStackTraceContaining("permission denied");
    }

    @Test
    void isNeverUndoneByTheFileAtTheNextStart() {
      var code = station.code();
      int before = stations.every().size();
      stations.load();
      assertThat(stations.every()).hasSize(before);
      assertThat(stations.find(code)).isPresent();
    }
  }

  @Nested
  class TheDatabase {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "update stations.stock set balance = -1|stock_never_below_zero",
          "update stations.station set week = '{}'|station_week_of_seven",
          "update stations.station set state = 'paused'|station_pause_explained",
          "update stations.station set lat = 91|station_place_on_earth",
          "update stations.facility set condition = 'odd'|facility_condition_known"
        })
    void keepsTheSameRules(String edit, String rule) {
      assertThatThrownBy(jdbc.sql(edit)::update)
          .isInstanceOf(DataIntegrityViolationException.class)
          .hasMessageContaining(rule);
    }
  }
}
