package org.bihuan.services.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

/** Stations on the real database: what is kept, what it refuses, what two at a time can do. */
@TestApp
class StationsSqlTests {

  private static final Actor KEEPER =
      new Actor(UUID.randomUUID(), "管理员", Set.of(Role.HANDLER), "street-051");

  @Autowired Stations stations;
  @Autowired Supplies supplies;
  @Autowired Troubles troubles;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @Autowired TestWork work;
  @Autowired TestingClock clock;

  private Station station = StationFixtures.saying(Station.State.OPEN, null, null);

  /** A station of this test alone. */
  @BeforeEach
  void begins() {
    work.begin();
    var values = new LinkedHashMap<String, List<String>>();
    Map.of(
            "code", "t" + UUID.randomUUID().toString().substring(0, 8),
            "name.zh", "测试驿站",
            "kind", "street",
            "area", "140213051",
            "address.zh", "某街一号",
            "way.zh", "直走",
            "point", "40.09,113.29",
            "phone", "0352-5550101",
            "unit", "street-051",
            "week.1", "07:00-21:00")
        .forEach((name, value) -> values.put(name, List.of(value)));
    values.put("facilities", List.of("water", "first-aid"));
    station = done(stations.add(Typed.of(values), KEEPER));
    keep("water", 24);
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  private static String refused(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(var value) -> "done " + value;
      case Outcome.Refused<?>(var errors) ->
          errors.stream().map(FieldError::code).findFirst().orElse("");
    };
  }

  private static Typed typed(String... pairs) {
    var values = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], List.of(pairs[i + 1]));
    }
    return Typed.of(values);
  }

  private void keep(String supply, int low) {
    done(supplies.keep(station, typed("supply", supply, "low", "" + low), KEEPER));
  }

  private Outcome<Movement> move(String kind, int amount) {
    return supplies.move(
        station,
        typed(
            "supply",
            "water",
            "kind",
            kind,
            "amount",
            "" + amount,
            "position",
            "" + stock().position(),
            "reason",
            "试"),
        KEEPER);
  }

  private Supplies.Stock stock() {
    return supplies.of(station).getFirst();
  }

  private List<Trouble> open(Trouble.Kind kind) {
    return troubles.of(station).stream().filter(t -> t.open() && t.kind() == kind).toList();
  }

  @Nested
  class Stock {

    @Test
    void isWhatTheMovementsAddUpTo() {
      done(move("received", 100));
      done(move("issued", 30));
      done(move("counted", 65));
      assertThat(stock().balance()).isEqualTo(65);
      assertThat(supplies.latest(station))
          .extracting(Movement::delta)
          .containsExactly(-5, -30, 100);
    }

    @Test
    void isRefusedBeyondWhatIsThere() {
      done(move("received", 5));
      assertThat(refused(move("issued", 6))).isEqualTo("not-enough");
      assertThat(stock().balance()).isEqualTo(5);
    }

    @Test
    void isNotMovedTwiceByTheSameForm() {
      var form = typed("supply", "water", "kind", "received", "amount", "9", "position", "0");
      done(supplies.move(station, form, KEEPER));
      assertThat(refused(supplies.move(station, form, KEEPER))).isEqualTo("changed-meanwhile");
      assertThat(stock().balance()).isEqualTo(9);
    }

    @Test
    void isGivenBackByAnUndoOnceOnly() {
      done(move("received", 50));
      var issued = done(move("issued", 20));
      var undo = typed("supply", "water", "position", "" + issued.position(), "reason", "记错了");
      done(supplies.undo(station, undo, KEEPER));
      assertThat(stock().balance()).isEqualTo(50);
      assertThat(refused(supplies.undo(station, undo, KEEPER))).isEqualTo("done");
    }

    /**
     * Twenty want one each where there are seven: seven get one, and the balance ends at nought.
     */
    @Test
    void neverGivesTheSameThingTwice() throws Exception {
      done(move("received", 7));
      var visit = Uuid7.next(clock);
      var start = new CountDownLatch(1);
      var given = new ArrayList<Future<Outcome<Movement>>>();
      try (var hands = Executors.newFixedThreadPool(8)) {
        for (int i = 0; i < 20; i++) {
          given.add(
              hands.submit(
                  () -> {
                    start.await();
                    return supplies.give(station, "water", new Supplies.Gift(visit, 1), KEEPER);
                  }));
        }
        start.countDown();
        int done = 0;
        for (var one : given) {
          done += one.get() instanceof Outcome.Done<Movement> ? 1 : 0;
        }
        assertThat(done).isEqualTo(7);
      }
      assertThat(stock().balance()).isZero();
      assertThat(supplies.latest(station)).hasSize(8);
    }
  }

  @Nested
  class LowStock {

    @Test
    void opensOneMatterForEachDipAndNoneWhileOneIsOpen() {
      done(move("received", 30));
      done(move("issued", 5));
      assertThat(open(Trouble.Kind.STOCK)).isEmpty();
      done(move("issued", 1));
      assertThat(open(Trouble.Kind.STOCK)).hasSize(1);
      done(move("issued", 4));
      done(move("received", 40));
      done(move("issued", 50));
      assertThat(open(Trouble.Kind.STOCK)).hasSize(1);
      fix(open(Trouble.Kind.STOCK).getFirst());
      done(move("received", 40));
      done(move("issued", 40));
      assertThat(open(Trouble.Kind.STOCK)).hasSize(1);
      assertThat(troubles.of(station)).hasSize(2);
    }

    @Test
    void givesTheMatterAnOwnerAndAClock() {
      done(move("received", 30));
      done(move("issued", 10));
      var file = cases.find(new CaseId(open(Trouble.Kind.STOCK).getFirst().caseId())).orElseThrow();
      assertThat(file.unit()).isEqualTo("street-051");
      assertThat(file.subject().title()).isEqualTo("测试驿站：饮用水不足");
      assertThat(file.times().dueAt()).isNotNull();
    }
  }

  private void fix(Trouble trouble) {
    var facts = JsonNodeFactory.instance.objectNode().put("reply", "已经处理好了");
    var act = new Act(new CaseId(trouble.caseId()), "fix", KEEPER, null, null, facts, null);
    assertThat(cases.perform(List.of(act)).getFirst()).isInstanceOf(Decision.Accepted.class);
    work.follow();
  }

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
