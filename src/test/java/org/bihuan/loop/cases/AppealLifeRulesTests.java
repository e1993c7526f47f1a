package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Returns and rulings, reports, redirects and what is unfounded: refusals first. */
class AppealLifeRulesTests {

  private static final String CITY = "city-management";

  private static Actor as(Role role, String unit) {
    return new Actor(UUID.randomUUID(), role.code(), Set.of(role), unit);
  }

  private static TestingMatter working() {
    return TestingMatter.opened("appeal", null).doesAll("accept", "dispatch");
  }

  private static TestingMatter with(String fact, String value) {
    return TestingMatter.opened("appeal", null, CaseJson.object().put(fact, value));
  }

  @Nested
  class Returning {

    /** Dispatched on a Monday: the second working day after it is Wednesday. */
    @Test
    void isRefusedAfterTwoWorkingDaysAndTellsTheDay() {
      var matter = working();
      var handler = as(Role.HANDLER, CITY);
      assertThat(matter.later(Duration.ofHours(50)).tried("return", handler)).isEqualTo("accepted");
      var late = matter.later(Duration.ofHours(70));
      var denied = (Outcome.Denied) late.tries(late.act("return", handler));
      assertThat(denied.refusal()).isEqualTo(Refusal.WINDOW_CLOSED);
      assertThat(denied.errors())
          .singleElement()
          .extracting(e -> e.message().zh())
          .asString()
          .contains("2026-11-25");
    }

    @Test
    void isRefusedWithoutAClauseOfTheList() {
      var matter = working();
      var bare = matter.act("return", as(Role.HANDLER, CITY));
      bare.facts().put("clause", "我们不想办");
      assertThat(matter.tried(bare)).isEqualTo("invalid-facts");
    }

    @Test
    void goesToTheRulingByItselfTheThirdTime() {
      var twice = working().doesAll("return", "dispatch", "return", "dispatch");
      var third = twice.does(twice.act("return", as(Role.HANDLER, CITY)));
      assertThat(third.file().state()).isEqualTo("ruling");
      assertThat(third.file().owner()).isEqualTo(Role.LEADER);
      assertThat(third.armed("ruling")).isPresent();
    }

    @Test
    void isRefusedToTheUnitThatWasNamedByARuling() {
      var ruling =
          working().doesAll("return", "dispatch", "return", "dispatch").does(third(working()));
      assertThat(ruling.tried("rule", as(Role.DISPATCHER, CITY))).isEqualTo("not-allowed");
      var ruled = ruling.does("rule");
      assertThat(ruled.file().state()).isEqualTo("working");
      assertThat(ruled.tried("return", as(Role.HANDLER, CITY))).isEqualTo("named-by-ruling");
      assertThat(ruled.file().memory().fact("ruledUnit")).isEqualTo(CITY);
    }

    private Act third(TestingMatter matter) {
      return matter.act("return", as(Role.HANDLER, CITY));
    }

    @Test
    void isOpenAgainToAnotherUnitAfterTheRuledOneAnswered() {
      var ruled =
          working()
              .doesAll("return", "dispatch", "return", "dispatch")
              .does(third(working()))
              .doesAll("rule", "answer", "object");
      var dispatch = ruled.act("dispatch", as(Role.DISPATCHER, CITY));
      dispatch.facts().put("unit", CaseFixtures.UNIT);
      var elsewhere = ruled.does(dispatch);
      assertThat(elsewhere.tried("return", as(Role.HANDLER, CaseFixtures.UNIT)))
          .isEqualTo("accepted");
    }
  }

  @Nested
  class Reporting {

    @Test
    void isNeverDispatchedToTheUnitReported() {
      var matter = with("reported", CITY).does("accept");
      assertThat(matter.tried("dispatch", as(Role.DISPATCHER, CaseFixtures.UNIT)))
          .isEqualTo("kept-from-unit");
    }

    @Test
    void isUnknownToThoseWhoSitThere() {
      var matter = with("reported", CITY);
      assertThat(matter.tried("accept", as(Role.DISPATCHER, CITY))).isEqualTo("unknown-case");
      assertThat(matter.tried("accept", as(Role.DISPATCHER, CaseFixtures.UNIT)))
          .isEqualTo("accepted");
    }
  }

  @Nested
  class Redirecting {

    @Test
    void namesOneOfTheSixGrounds() {
      var matter = TestingMatter.opened("appeal", null);
      var redirect = matter.act("redirect", as(Role.DISPATCHER, CITY));
      redirect.facts().put("ground", "too-hard");
      assertThat(matter.tried(redirect)).isEqualTo("invalid-facts");
    }

    @Test
    void isReviewedBySomebodyElseWhenThePersonObjects() {
      var matter = TestingMatter.opened("appeal", null);
      var one = as(Role.DISPATCHER, CaseFixtures.UNIT);
      var review = matter.does(matter.act("redirect", one)).does("object-redirect");
      assertThat(review.file().closed()).isFalse();
      assertThat(review.tried("uphold-objection", one)).isEqualTo("same-person");
      assertThat(review.tried("keep-redirect", one)).isEqualTo("same-person");
      assertThat(review.does("uphold-objection").file().state()).isEqualTo("accepted");
      var kept = review.does("keep-redirect");
      assertThat(kept.file().state()).isEqualTo("redirected");
      assertThat(kept.tried("object-redirect", CaseFixtures.person())).isEqualTo("already-done");
    }
  }

  @Nested
  class Unfounding {

    @ParameterizedTest
    @CsvSource({"approve-unfounded", "send-back"})
    void isDecidedBySomebodyElse(String act) {
      var matter = working();
      var both = new Actor(new UUID(3, 3), "", Set.of(Role.HANDLER, Role.DISPATCHER), CITY);
      var proposed = matter.does(matter.act("propose-unfounded", both));
      assertThat(proposed.file().state()).isEqualTo("unfounded-review");
      assertThat(proposed.tried(act, both)).isEqualTo("same-person");
      assertThat(proposed.tried(act, as(Role.DISPATCHER, CITY))).isEqualTo("accepted");
    }

    @Test
    void staysOutOfTheScoreAndMayBeObjectedTo() {
      var closed = working().doesAll("propose-unfounded", "approve-unfounded");
      var state = closed.procedure().states().get(closed.file().state());
      assertThat(state).isNotNull();
      assertThat(state != null && state.end() && state.unscored()).isTrue();
      assertThat(closed.does("object-unfounded").file().state()).isEqualTo("accepted");
    }
  }

  @Nested
  class Advising {

    @Test
    void isAnsweredAtTheDeskOnlyIfItIsAQuestion() {
      var desk = as(Role.DISPATCHER, CITY);
      assertThat(with("kind", "help").tried("answer-now", desk)).isEqualTo("condition-fails");
      var answered = with("kind", "advice").does("answer-now");
      assertThat(answered.file().state()).isEqualTo("answered");
      assertThat(answered.armed("acceptance")).isEmpty();
    }

    @Test
    void isTheOtherWayRoundForSuggestions() {
      var suggestion = with("kind", "suggestion").doesAll("accept", "dispatch");
      var handler = as(Role.HANDLER, CITY);
      assertThat(suggestion.tried("answer", handler)).isEqualTo("condition-fails");
      assertThat(suggestion.tried("answer-suggestion", handler)).isEqualTo("accepted");
      assertThat(working().tried("answer-suggestion", handler)).isEqualTo("condition-fails");
    }
  }
}
