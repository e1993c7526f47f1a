package org.bihuan.loop.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.twins.TwinFixtures.DISPATCHER;
import static org.bihuan.loop.twins.TwinFixtures.HANDLER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.intake.Intake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Chains are flattened, rings refused, and of two desks one wins. */
@TestApp
class JoiningRefusedSqlTests {

  @Autowired Joining joining;
  @Autowired Twins twins;
  @Autowired Intake intake;
  @Autowired Cases cases;
  @Autowired TestWork work;
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
  class Refusing {

    @Test
    void ringsAndFlattensChains() {
      var a = people.raised("灯甲");
      var b = people.raised("灯乙");
      joined(a, b);
      assertThat(TwinFixtures.refusal(join(b, a))).isEqualTo(TwinRefusal.SAME_CASE);
      assertThat(TwinFixtures.refusal(join(a, main))).isEqualTo(TwinRefusal.ALREADY_FOLLOWS);
      var c = joined(people.raised("灯丙"), a);
      assertThat(twins.behind(c.identity().id()).orElseThrow().main()).isEqualTo(people.now(b));
      joined(b, main);
      for (var file : List.of(a, b, c)) {
        assertThat(twins.behind(file.identity().id()).orElseThrow().main())
            .isEqualTo(people.now(main));
      }
    }

    @Test
    void whatHasBeenAnswered() {
      people.answered(people.working(main));
      assertThat(TwinFixtures.refusal(join(people.raised("灯"), main)))
          .isEqualTo(TwinRefusal.MAIN_ANSWERED);
    }

    @Test
    void itselfAndWhoMayNot() {
      assertThat(TwinFixtures.refusal(join(main, main))).isEqualTo(TwinRefusal.SAME_CASE);
      var other = people.raised("灯");
      var id = other.identity().id();
      assertThat(TwinFixtures.refusal(joining.join(id, main.identity().id(), HANDLER, "同")))
          .isEqualTo(TwinRefusal.NOT_NOW);
      assertThat(people.now(other).state()).isEqualTo("received");
    }
  }

  @Nested
  class Racing {

    private List<Joined> together(List<Callable<Joined>> all) throws Exception {
      try (var threads = Executors.newFixedThreadPool(all.size())) {
        var done = new ArrayList<Joined>();
        for (var one : threads.invokeAll(all)) {
          done.add(one.get());
        }
        return done;
      }
    }

    @RepeatedTest(10)
    void letsOneOfTwoDesksJoinThePair() throws Exception {
      var other = people.raised("灯");
      var done = together(List.of(() -> join(other, main), () -> join(main, other)));
      assertThat(done).filteredOn(Joined.Done.class::isInstance).hasSize(1);
      assertThat(done).filteredOn(Joined.Refused.class::isInstance).hasSize(1);
    }

    @RepeatedTest(5)
    void joinsOnce() throws Exception {
      var other = people.raised("灯");
      Callable<Joined> same = () -> join(other, main);
      var done = together(Collections.nCopies(6, same));
      assertThat(done).filteredOn(Joined.Done.class::isInstance).hasSize(1);
      assertThat(twins.followers(main.identity().id(), 9)).hasSize(1);
    }
  }
}
