package org.bihuan.services.whistles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.services.whistles.WhistleFixtures.COMING;
import static org.bihuan.services.whistles.WhistleFixtures.HELPER;
import static org.bihuan.services.whistles.WhistleFixtures.LEAD;
import static org.bihuan.services.whistles.WhistleFixtures.LEADER;
import static org.bihuan.services.whistles.WhistleFixtures.OTHER_STREET;
import static org.bihuan.services.whistles.WhistleFixtures.STREET;
import static org.bihuan.services.whistles.WhistleFixtures.done;
import static org.bihuan.services.whistles.WhistleFixtures.wrong;

import java.time.Duration;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestApp
class ReportingInSqlTests {

  @Autowired Whistles whistles;
  @Autowired Arrivals arrivals;
  @Autowired Cases cases;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired JdbcClient jdbc;
  private WhistleFixtures people;

  @BeforeEach
  void begins() {
    work.begin();
    people = new WhistleFixtures(whistles, cases);
  }

  private String outcome(CaseView call, String column) {
    work.follow();
    return jdbc.sql(
            "select coalesce(("
                + column
                + ")::text, 'null') from whistles.call where case_id = :id")
        .param("id", call.identity().id().value())
        .query(String.class)
        .single();
  }

  private static Refusal refusal(Decision decision) {
    return switch (decision) {
      case Decision.Refused refused -> refused.refusal();
      case Decision.Accepted accepted -> throw new AssertionError(accepted);
    };
  }

  @Nested
  class ReportingIn {

    @Test
    void belongsToEachUnitItsOwnPart() {
      var call = people.call(people.blown("enforcement"), HELPER);
      assertThat(refusal(people.tries(call, "answer", LEAD, COMING))).isEqualTo(Refusal.OTHER_UNIT);
      assertThat(refusal(people.tries(call, "confirm-arrival", HELPER, "{}")))
          .isEqualTo(Refusal.OTHER_UNIT);
      assertThat(refusal(people.tries(call, "arrive", HELPER, "{\"proof\":\"code\"}")))
          .isEqualTo(Refusal.NOT_ALLOWED);
      assertThat(people.act(call, "answer", HELPER, COMING).state()).isEqualTo("coming");
      assertThat(people.act(call, "confirm-arrival", STREET, "{}").state()).isEqualTo("arrived");
    }

    @Test
    void isTakenDownByTheStreetWhenItCameByPhone() {
      var call = people.call(people.blown("emergency"), LEAD);
      assertThat(people.act(call, "answer-by-phone", STREET, COMING).state()).isEqualTo("coming");
      assertThat(outcome(call, "answered_at")).isNotEqualTo("null");
    }

    @Test
    void isRefusedOnlyWithAClauseAndThenWaitsForTheStreet() {
      var call = people.call(people.blown("appeal"), HELPER);
      assertThat(refusal(people.tries(call, "refuse", HELPER, "{}")))
          .isEqualTo(Refusal.INVALID_FACTS);
      var refused = people.act(call, "refuse", HELPER, "{\"clause\":\"职责清单第三项不含人行道\"}");
      assertThat(refused.state()).isEqualTo("refused");
      assertThat(refused.unit()).isEqualTo("street-051");
      var disputed = people.act(call, "take-up", STREET, "{}");
      assertThat(disputed.owner()).isEqualTo(Role.LEADER);
      var ordered = people.act(call, "order", LEADER, "{}");
      assertThat(ordered.state()).isEqualTo("called");
      assertThat(ordered.unit()).isEqualTo("traffic-police");
      assertThat(outcome(call, "refused_at")).isNotEqualTo("null");
    }

    @Test
    void goesToTheDistrictByItselfIfTheStreetSaysNothing() {
      var call = people.call(people.blown("emergency"), HELPER);
      people.act(call, "refuse", HELPER, "{\"clause\":\"职责清单第三项不含人行道\"}");
      clock.move(Duration.ofHours(2));
      work.ringAlarms();
      assertThat(people.now(call).state()).isEqualTo("disputed");
    }

    @Test
    void isMissedWhenTheLimitRunsOutAndListedOnTheNextWorkingDay() {
      var call = people.call(people.blown("emergency"), LEAD);
      clock.move(Duration.ofMinutes(29));
      work.ringAlarms();
      assertThat(people.now(call).state()).isEqualTo("called");
      clock.move(Duration.ofMinutes(2));
      work.ringAlarms();
      assertThat(people.now(call).state()).isEqualTo("missed");
      assertThat(people.now(call).owner()).isEqualTo(Role.LEADER);
      assertThat(outcome(call, "listed_on > (missed_at at time zone 'Asia/Shanghai')::date"))
          .isEqualTo("true");
      people.finished(call, LEAD);
      assertThat(outcome(call, "missed_at is not null and arrived_at > missed_at"))
          .isEqualTo("true");
    }
  }

  @Nested
  class Arriving {

    private CaseView call;

    @BeforeEach
    void isCalled() {
      call = people.call(people.blown("enforcement"), LEAD);
    }

    private String wrong() {
      var shown = arrivals.show(call, STREET).orElseThrow();
      var random = new java.util.Random(1);
      var other = ArrivalCode.random(random).value();
      return other.equals(shown) ? ArrivalCode.random(random).value() : other;
    }

    @Test
    void isShownACodeByTheStreetAlone() {
      assertThat(arrivals.show(call, LEAD)).isEmpty();
      assertThat(arrivals.show(call, OTHER_STREET)).isEmpty();
      assertThat(arrivals.show(call, STREET)).isPresent();
    }

    @Test
    void byCodeIsOnceAndForTheDepartmentAlone() {
      var code = arrivals.show(call, STREET).orElseThrow();
      assertThat(WhistleFixtures.wrong(arrivals.byCode(call, code, HELPER)))
          .containsExactly("NOT_NOW");
      assertThat(done(arrivals.byCode(call, code, LEAD)).state()).isEqualTo("arrived");
      assertThat(WhistleFixtures.wrong(arrivals.byCode(people.now(call), code, LEAD)))
          .containsExactly("NOT_NOW");
    }

    @Test
    void byAMistypedCodeCostsNoTryAndByAWrongOneFive() {
      var wrong = wrong();
      for (int i = 0; i < 9; i++) {
        assertThat(WhistleFixtures.wrong(arrivals.byCode(call, "ABC", LEAD)))
            .containsExactly("CODE_MISTYPED");
      }
      for (int i = 0; i < 5; i++) {
        assertThat(WhistleFixtures.wrong(arrivals.byCode(call, wrong, LEAD)))
            .containsExactly("CODE_WRONG");
      }
      assertThat(WhistleFixtures.wrong(arrivals.byCode(call, wrong, LEAD)))
          .containsExactly("CODE_USELESS");
      var fresh = arrivals.show(call, STREET).orElseThrow();
      assertThat(done(arrivals.byCode(call, fresh, LEAD)).state()).isEqualTo("arrived");
    }

    @Test
    void byACodeOfYesterdayIsRefused() {
      var code = arrivals.show(call, STREET).orElseThrow();
      clock.move(Duration.ofMinutes(31));
      assertThat(WhistleFixtures.wrong(arrivals.byCode(call, code, LEAD)))
          .containsExactly("CODE_USELESS");
    }

    @Test
    void byPlaceKeepsTheDistanceAndNotThePlace() {
      assertThat(WhistleFixtures.wrong(arrivals.byPlace(call, "40.100000,113.301234", LEAD)))
          .containsExactly("TOO_FAR");
      assertThat(WhistleFixtures.wrong(arrivals.byPlace(call, "nowhere", LEAD)))
          .containsExactly("PLACE_UNKNOWN");
      var there = done(arrivals.byPlace(call, "40.092234,113.301234", LEAD));
      assertThat(there.facts().path("metres").asInt()).isBetween(110, 112);
      assertThat(there.facts().toString()).doesNotContain("40.092234");
    }
  }
}
