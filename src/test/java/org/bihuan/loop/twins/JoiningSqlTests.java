package org.bihuan.loop.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.twins.TwinFixtures.APPROVER;
import static org.bihuan.loop.twins.TwinFixtures.DISPATCHER;
import static org.bihuan.loop.twins.TwinFixtures.HANDLER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.intake.Intake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/** One job, and every reporter keeps number, clock, answer and rating. */
@TestApp
class JoiningSqlTests {

  @Autowired Joining joining;
  @Autowired Twins twins;
  @Autowired Intake intake;
  @Autowired Cases cases;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  private TwinFixtures people;
  private CaseView main;

  @BeforeEach
  void begins() {
    work.begin();
    people = new TwinFixtures(intake, cases);
    main = people.raised("路灯坏了");
  }

  private Joined join(CaseView follower, CaseView other) {
    return joining.join(follower.identity().id(), other.identity().id(), DISPATCHER, "同一盏灯");
  }

  private CaseView joined(CaseView follower, CaseView other) {
    return TwinFixtures.done(join(follower, other));
  }

  @Nested
  class Answering {

    @Test
    void givesEachOfTenItsOwnAnswerConfirmationAndClock() {
      var ten = IntStream.range(0, 10).mapToObj(n -> people.raised("灯不亮" + n)).toList();
      ten.forEach(file -> joined(file, main));
      people.answered(people.working(main));
      work.follow();
      for (var file : ten) {
        var answered = people.now(file);
        assertThat(answered.state()).isEqualTo("answered");
        assertThat(answered.identity().number()).isEqualTo(file.identity().number());
        assertThat(answered.facts().path("reply").asString()).contains("换好");
        assertThat(answered.hands()).containsKey(HANDLER.id());
        var person = Actor.applicant(file.subject().applicant(), "");
        assertThat(people.act(file, "confirm", person, "{\"rating\": 2}").state())
            .isEqualTo("closed");
      }
      assertThat(twins.followers(main.identity().id(), 20)).hasSize(10);
      assertThat(people.now(main).state()).isEqualTo("answered");
      work.follow();
    }

    @Test
    void sendsThemOnWithTheMainCase() {
      var follower = joined(people.raised("没灯"), main);
      assertThat(follower.unit()).isEqualTo(main.unit());
      people.act(main, "accept", DISPATCHER, "{}");
      people.act(main, "dispatch", DISPATCHER, "{\"unit\": \"street-054\"}");
      work.follow();
      assertThat(people.now(follower).unit()).isEqualTo("street-054");
      assertThat(people.now(follower).state()).isEqualTo("joined");
    }

    @Test
    void givesThemTheExtensionOfTheMainCase() {
      var other = people.working(people.raised("又坏了"));
      var first = due(people.now(other));
      var behind = joined(people.raised("还不亮"), other);
      var before = due(behind);
      people.act(other, "ask-extension", HANDLER, "{\"extensionReason\": \"配件要从外地运来\"}");
      people.act(other, "extend", APPROVER, "{}");
      work.follow();
      assertThat(due(people.now(other))).isAfter(first);
      assertThat(due(people.now(behind))).isAfter(before);
      assertThat(people.now(behind).state()).isEqualTo("joined");
    }

    private Instant due(CaseView file) {
      return file.clocks().stream()
          .filter(run -> run.clock().equals("handling") && run.open())
          .map(run -> run.due().at())
          .findFirst()
          .orElseThrow();
    }

    @Test
    void tellsThemNothingThatWasBeforeTheyJoined() {
      people.working(main);
      clock.set(TestingClock.BEGIN.plus(Duration.ofHours(1)));
      var follower = joined(people.raised("灯黑"), main);
      work.follow();
      assertThat(people.now(follower).version()).isEqualTo(follower.version());
    }

    @Test
    void reachesThoseThatJoinedFromWork() {
      var follower = people.working(people.raised("没有灯"));
      joined(follower, main);
      people.answered(people.working(main));
      work.follow();
      assertThat(people.now(follower).state()).isEqualTo("answered");
    }

    @Test
    void letsTheFirstLeadIfTheMainCaseEndsWithoutOne() {
      var first = joined(people.raised("灯坏"), main);
      var second = joined(people.raised("灯灭"), main);
      var person = Actor.applicant(main.subject().applicant(), "");
      people.act(main, "withdraw", person, "{}");
      work.follow();
      assertThat(people.now(first).state()).isEqualTo("accepted");
      assertThat(people.now(second).state()).isEqualTo("joined");
      assertThat(twins.behind(second.identity().id()).orElseThrow().main())
          .isEqualTo(people.now(first));
    }

    @Test
    void endsTheWaitingOfOneThatIsWithdrawn() {
      var follower = joined(people.raised("灯坏"), main);
      var person = Actor.applicant(follower.subject().applicant(), "");
      people.act(follower, "withdraw", person, "{}");
      work.follow();
      assertThat(twins.behind(follower.identity().id())).isEmpty();
      assertThat(people.now(main).owner()).isNotNull();
    }
  }

  @Nested
  class Parting {

    @Test
    void restoresAMatterOfItsOwn() {
      var follower = joined(people.raised("灯坏"), main);
      var parted = joining.part(follower.identity().id(), DISPATCHER, "不是同一盏灯");
      assertThat(parted).isInstanceOf(Joined.Done.class);
      assertThat(people.now(follower).state()).isEqualTo("accepted");
      var link = twins.followers(main.identity().id(), 5).getFirst();
      assertThat(Objects.requireNonNull(link.end()).why()).isEqualTo("不是同一盏灯");
      people.answered(people.working(main));
      work.follow();
      assertThat(people.now(follower).state()).isEqualTo("accepted");
      assertThat(TwinFixtures.refusal(joining.part(follower.identity().id(), DISPATCHER, "又")))
          .isEqualTo(TwinRefusal.FOLLOWS_NOTHING);
    }

    @Test
    void needsAReason() {
      var id = joined(people.raised("灯坏"), main).identity().id();
      assertThat(TwinFixtures.refusal(joining.part(id, DISPATCHER, " ")))
          .isEqualTo(TwinRefusal.WHY_NEEDED);
    }
  }

  @Nested
  class CallingBack {

    private String tried(CaseView file, Actor caller) {
      var facts = JsonNodeFactory.instance.objectNode().put("asked", "灯亮了没有").put("said", "亮了");
      var act = new Act(file.identity().id(), "call-back", caller, null, null, facts, null);
      return switch (cases.perform(List.of(act)).getFirst()) {
        case Decision.Accepted _ -> "accepted";
        case Decision.Refused(var refusal, _, _) -> refusal.code();
      };
    }

    /** Whoever took the main case in has touched what was answered with it. */
    @Test
    void isForSomebodyWhoTouchedNoneOfThoseHandledTogether() {
      var both =
          new Actor(
              UUID.randomUUID(), "both", Set.of(Role.CALLER, Role.DISPATCHER), "dispatch-centre");
      var follower = people.raised("灯又坏了");
      joined(follower, main);
      people.act(main, "accept", both, "{}");
      people.act(main, "dispatch", TwinFixtures.DISPATCHER, "{\"unit\": \"city-management\"}");
      people.answered(people.now(main));
      work.follow();
      clock.move(Duration.ofDays(8));
      work.ringAlarms();
      assertThat(people.now(follower).state()).isEqualTo("callback");
      assertThat(people.now(follower).hands()).doesNotContainKey(both.id());
      assertThat(tried(follower, both)).isEqualTo("handled-before");
      assertThat(tried(main, both)).isEqualTo("handled-before");
      assertThat(tried(follower, TwinFixtures.staff(Role.CALLER, "callback-centre")))
          .isEqualTo("accepted");
    }
  }
}
