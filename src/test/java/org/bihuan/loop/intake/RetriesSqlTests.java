package org.bihuan.loop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.TestingCases;
import org.bihuan.loop.intake.Retries.Answer;
import org.bihuan.loop.intake.Retries.Outcome;
import org.bihuan.loop.intake.Retries.Request;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A key, its effect and its answer commit together or not at all. */
class RetriesSqlTests {

  private static final District DISTRICT = new District(140213);
  private static final TestingCases KERNEL = new TestingCases();
  private static final TestDatabase DATABASE = withEffects();
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private final UUID actor = UUID.randomUUID();
  private final Retries retries = at(NOW);

  private static TestDatabase withEffects() {
    var database = KERNEL.database();
    database
        .owner()
        .sql("create table public.effect (whose uuid); grant all on public.effect to bihuan_app")
        .update();
    return database;
  }

  private static Retries at(Instant now) {
    return new Retries(
        new RetrySql(DATABASE.jdbc(), DISTRICT),
        KERNEL.cases(),
        new JdbcTransactionManager(DATABASE.dataSource()),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Answer works(int status, String body) {
    DATABASE.jdbc().sql("insert into public.effect values (?)").param(actor).update();
    return new Answer(status, body);
  }

  private int effects() {
    return DATABASE
        .jdbc()
        .sql("select count(*) from public.effect where whose = ?")
        .param(actor)
        .query(Integer.class)
        .single();
  }

  private Request request(String key, String asked) {
    return new Request(actor, key, asked);
  }

  @Nested
  class TheSameRequest {

    @Test
    void getsTheFirstAnswerAndHasOneEffect() {
      var first = retries.once(request("k", "open"), () -> works(201, "one"));
      var again = retries.once(request("k", "open"), () -> works(201, "two"));
      assertThat(first).isEqualTo(new Outcome.Fresh(new Answer(201, "one")));
      assertThat(again).isEqualTo(new Outcome.Replayed(new Answer(201, "one")));
      assertThat(effects()).isEqualTo(1);
    }

    @Test
    void isDoneOnceByTwentyAtOnce() throws InterruptedException, ExecutionException {
      Callable<Outcome> call = () -> retries.once(request("k", "open"), () -> works(201, "one"));
      try (var threads = Executors.newFixedThreadPool(20)) {
        int fresh = 0;
        for (var outcome : threads.invokeAll(Collections.nCopies(20, call))) {
          switch (outcome.get()) {
            case Outcome.Fresh _ -> fresh++;
            case Outcome.Replayed(var answer) -> assertThat(answer.body()).isEqualTo("one");
            case Outcome.KeyReused reused -> throw new AssertionError(reused);
          }
        }
        assertThat(fresh).isEqualTo(1);
      }
      assertThat(effects()).isEqualTo(1);
    }

    @Test
    void isAnotherOneWhenAnotherAsks() {
      retries.once(request("k", "open"), () -> works(201, "one"));
      var other = new Request(UUID.randomUUID(), "k", "open");
      assertThat(retries.once(other, () -> works(201, "two")))
          .isEqualTo(new Outcome.Fresh(new Answer(201, "two")));
    }
  }

  @Nested
  class AnErrand {

    private Outcome accepting(CaseId id, String asked) {
      var errand = TestingCases.accepting(id, () -> works(0, ""));
      return retries.once(
          request("k", asked),
          errand,
          () -> KERNEL.entries(id) == 2 ? new Answer(200, "in") : new Answer(409, "no"));
    }

    @Test
    void isDoneOnceByTwentyAtOnce() throws InterruptedException, ExecutionException {
      var id = KERNEL.appeal();
      Callable<Outcome> call = () -> accepting(id, "accept");
      try (var threads = Executors.newFixedThreadPool(20)) {
        var outcomes = new ArrayList<Outcome>();
        for (var outcome : threads.invokeAll(Collections.nCopies(20, call))) {
          outcomes.add(outcome.get());
        }
        assertThat(outcomes).filteredOn(Outcome.Fresh.class::isInstance).hasSize(1);
        assertThat(outcomes)
            .filteredOn(Outcome.Replayed.class::isInstance)
            .hasSize(19)
            .containsOnly(new Outcome.Replayed(new Answer(200, "in")));
      }
      assertThat(KERNEL.entries(id)).isEqualTo(2);
      assertThat(effects()).isEqualTo(1);
    }

    @Test
    void isRefusedWithAnotherBody() {
      var id = KERNEL.appeal();
      accepting(id, "accept");
      assertThat(accepting(KERNEL.appeal(), "accept another")).isEqualTo(new Outcome.KeyReused());
      assertThat(effects()).isEqualTo(1);
    }
  }

  @Nested
  class AKey {

    @Test
    void isRefusedForAnythingElse() {
      retries.once(request("k", "open"), () -> works(201, "one"));
      assertThat(retries.once(request("k", "open more"), () -> works(201, "two")))
          .isEqualTo(new Outcome.KeyReused());
      assertThat(effects()).isEqualTo(1);
    }

    @Test
    void servesTheCorrectedRequestAfterARefusal() {
      for (int status : List.of(422, 409, 404)) {
        assertThat(retries.once(request("k", "bad " + status), () -> works(status, "no")))
            .isEqualTo(new Outcome.Fresh(new Answer(status, "no")));
      }
      assertThat(effects()).isZero();
      assertThat(retries.once(request("k", "good"), () -> works(201, "yes")))
          .isEqualTo(new Outcome.Fresh(new Answer(201, "yes")));
      assertThat(effects()).isEqualTo(1);
    }

    @Test
    void isFreeAgainAfterACrash() {
      assertThatThrownBy(
              () ->
                  retries.once(
                      request("k", "open"),
                      () -> {
                        works(201, "lost");
                        throw new IllegalStateException("power cut");
                      }))
          .hasMessage("power cut");
      assertThat(effects()).isZero();
      assertThat(retries.once(request("k", "open"), () -> works(201, "one")))
          .isInstanceOf(Outcome.Fresh.class);
    }

    @Test
    void isForgottenAfterThirtyDaysAndNotBefore() {
      retries.once(request("k", "open"), () -> works(201, "one"));
      at(NOW.plus(Duration.ofDays(30))).sweep();
      assertThat(retries.once(request("k", "open"), () -> works(201, "two")))
          .isInstanceOf(Outcome.Replayed.class);
      at(NOW.plus(Duration.ofDays(30)).plusSeconds(1)).sweep();
      assertThat(retries.once(request("k", "open"), () -> works(201, "three")))
          .isInstanceOf(Outcome.Fresh.class);
    }
  }
}
