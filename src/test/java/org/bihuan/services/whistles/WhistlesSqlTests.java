package org.bihuan.services.whistles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.services.whistles.WhistleFixtures.DONE;
import static org.bihuan.services.whistles.WhistleFixtures.HELPER;
import static org.bihuan.services.whistles.WhistleFixtures.LEAD;
import static org.bihuan.services.whistles.WhistleFixtures.OTHER_STREET;
import static org.bihuan.services.whistles.WhistleFixtures.STREET;
import static org.bihuan.services.whistles.WhistleFixtures.blowing;
import static org.bihuan.services.whistles.WhistleFixtures.done;
import static org.bihuan.services.whistles.WhistleFixtures.wrong;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestApp
class WhistlesSqlTests {

  @Autowired Whistles whistles;
  @Autowired Cases cases;
  @Autowired Intake intake;
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
  class Blowing {

    @Test
    void isRefusedToWhoeverIsNoStreet() {
      assertThat(wrong(whistles.blow(blowing("enforcement", null), LEAD)))
          .containsExactly("NOT_A_STREET");
    }

    @Test
    void isRefusedForAMatterOfAnotherStreet() {
      var appeal = people.appeal(intake);
      assertThat(wrong(whistles.blow(blowing("appeal", appeal), OTHER_STREET)))
          .containsExactly("NOT_YOURS");
    }

    @Test
    void callsDepartmentsAndNoDesks() {
      assertThat(wrong(whistles.blow(blowing("appeal", null, "dispatch-centre"), STREET)))
          .containsExactly("UNKNOWN_UNIT");
    }

    @Test
    void namesEveryFaultAtOnceAndStoresNothing() {
      var sound = blowing("appeal", null);
      var facts = Whistles.nothing().put("kind", "party").put("street", "street-051");
      var faulty =
          new org.bihuan.services.whistles.Blowing(
              sound.id(), null, " ", facts, sound.others(), sound.reasons());
      assertThat(wrong(whistles.blow(faulty, STREET))).hasSizeGreaterThan(4);
      assertThat(cases.find(sound.id())).isEmpty();
    }

    @Test
    void isRefusedInTheNameOfAnotherStreetByWhateverDoor() {
      var facts = blowing("appeal", null).facts();
      var person = new ApplicantForm("值班员", "13600009999", null, null, null);
      for (var actor : List.of(OTHER_STREET, LEAD)) {
        var filing =
            new Filing("whistle", null, "夜市", "140213051", "internal", person, facts, null, actor);
        assertThat(intake.file(filing)).isEqualTo(new Filed.Refused(Refusal.NOT_ALLOWED));
      }
    }

    @Test
    void opensOneCaseForEachDepartmentWithTwoClocks() {
      var whistle = people.blown("emergency");
      assertThat(whistle.unit()).isEqualTo("city-management");
      var calls = whistles.calls(whistle);
      assertThat(calls)
          .extracting(CaseView::unit)
          .containsExactly("city-management", "traffic-police");
      assertThat(calls.getFirst().facts().path("why").asString("")).isEqualTo("市容秩序归城管");
      for (var call : calls) {
        assertThat(call.clocks()).extracting(c -> c.clock()).contains("answer", "arrival");
        var arrival =
            call.clocks().stream()
                .filter(c -> c.clock().equals("arrival"))
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(arrival.startedAt(), arrival.due().at())).hasMinutes(30);
      }
    }

    @Test
    void twiceWithOneFormIsOneWhistle() {
      var blowing = blowing("appeal", null, "traffic-police");
      var first = done(whistles.blow(blowing, STREET));
      var second = done(whistles.blow(blowing, STREET));
      assertThat(second.identity().number()).isEqualTo(first.identity().number());
      assertThat(whistles.calls(first)).hasSize(2);
    }

    @Test
    void holdsTheAnswerOfTheAppealUntilItIsClosed() {
      var appeal = people.appeal(intake);
      var whistle = done(whistles.blow(blowing("appeal", appeal), STREET));
      var reply = "{\"reply\":\"已与部门一起清理，请您看看\"}";
      assertThat(refusal(people.tries(appeal, "answer", STREET, reply)))
          .isEqualTo(Refusal.CHILDREN_OPEN);
      people.finished(people.call(whistle, LEAD), LEAD);
      done(whistles.report(whistle, "城管已到场清理，秩序恢复", LEAD));
      done(whistles.close(people.now(whistle), Map.of(), "", STREET));
      assertThat(people.act(appeal, "answer", STREET, reply).state()).isEqualTo("answered");
    }
  }

  @Nested
  class Ending {

    @Test
    void isReportedByTheLeadOnceAllHaveFinished() {
      var whistle = people.blown("enforcement");
      people.finished(people.call(whistle, LEAD), LEAD);
      assertThat(wrong(whistles.report(whistle, "两个部门都已到场办结", LEAD)))
          .containsExactly("CHILDREN_OPEN");
      people.finished(people.call(whistle, HELPER), HELPER);
      assertThat(wrong(whistles.report(whistle, "两个部门都已到场办结", HELPER))).containsExactly("NOT_NOW");
      var reported = done(whistles.report(whistle, "两个部门都已到场办结", LEAD));
      assertThat(reported.unit()).isEqualTo("street-051");
      assertThat(wrong(whistles.close(reported, Map.of(), "", LEAD))).containsExactly("NOT_NOW");
    }

    @Test
    void ratesDepartmentsAndIsRatedByThem() {
      var whistle = people.blown("appeal");
      var lead = people.finished(people.call(whistle, LEAD), LEAD);
      var helper = people.call(whistle, HELPER);
      people.act(helper, "confirm-arrival", STREET, "{}");
      assertThat(refusal(people.tries(helper, "finish-needless", HELPER, DONE)))
          .isEqualTo(Refusal.INVALID_FACTS);
      people.act(
          helper, "finish-needless", HELPER, "{\"done\":\"现场已无车辆\",\"needless\":\"街道可自行劝离\"}");
      done(whistles.report(whistle, "两个部门都已到场办结", LEAD));
      var marks = Map.of("city-management", Whistles.nothing().put("mark", 1));
      var closed = done(whistles.close(people.now(whistle), marks, "", STREET));
      assertThat(closed.state()).isEqualTo("closed");
      assertThat(outcome(lead, "mark")).isEqualTo("1");
      assertThat(outcome(helper, "mark")).isEqualTo("null");
      assertThat(outcome(helper, "outcome")).isEqualTo("needless");
    }

    @Test
    void isCalledOffWithEveryDepartmentThatHasNotFinished() {
      var whistle = people.blown("appeal");
      people.finished(people.call(whistle, HELPER), HELPER);
      assertThat(wrong(whistles.withdraw(whistle, "", STREET))).containsExactly("REASON");
      assertThat(wrong(whistles.withdraw(whistle, "不再需要", LEAD))).containsExactly("NOT_NOW");
      assertThat(people.now(people.call(whistle, LEAD)).state()).isEqualTo("called");
      assertThat(done(whistles.withdraw(whistle, "摊贩已自行离开", STREET)).state())
          .isEqualTo("cancelled");
      assertThat(people.call(whistle, LEAD).state()).isEqualTo("cancelled");
      assertThat(people.call(whistle, HELPER).state()).isEqualTo("finished");
    }
  }

  @Test
  void keepsNoOutcomeThatIsUnknown() {
    var call = people.call(people.blown("appeal"), LEAD);
    outcome(call, "outcome");
    var broken =
        jdbc.sql("update whistles.call set ended_at = now(), outcome = 'lost' where case_id = :id")
            .param("id", call.identity().id().value());
    assertThatThrownBy(broken::update)
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("call_outcome_known");
  }
}
