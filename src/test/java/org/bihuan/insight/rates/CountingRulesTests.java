package org.bihuan.insight.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.insight.rates.Told.raised;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the definitions: what counts once, for whom, on which day, and what changes it. */
class CountingRulesTests {

  private static final String CITY = "city-management";
  private static final String STREET = "street-051";

  private static Told answered() {
    return raised().told("accept").dispatched(CITY).answeredBy(-60);
  }

  @Nested
  class Responded {

    @Test
    void countsNothingBeforeAUnitWasAsked() {
      assertThat(raised().told("accept").counts(Rate.RESPONDED)).isEmpty();
    }

    @Test
    void countsAnAnswerInTimeForTheUnitThatGaveIt() {
      assertThat(answered().counts(Rate.RESPONDED)).containsExactly("1 yes in-time " + CITY);
    }

    @ParameterizedTest
    @CsvSource({"-1, yes in-time", "0, no late", "1, no late"})
    void looksAtTheClockWhereNoAlarmHadRung(long seconds, String counts) {
      var told = raised().dispatched(CITY).answeredBy(seconds);
      assertThat(told.counts(Rate.RESPONDED)).containsExactly("1 " + counts + " " + CITY);
    }

    @Test
    void countsWhatIsLateOnTheDayItRanOutAndNotOnceMoreWhenItIsAnswered() {
      var told = raised().dispatched(CITY).later(Duration.ofDays(7)).told("handling-overdue");
      assertThat(told.counts(Rate.RESPONDED)).containsExactly("1 no late " + CITY);
      told.later(Duration.ofDays(3)).answeredBy(9);
      assertThat(told.counts(Rate.RESPONDED)).containsExactly("1 no late " + CITY);
      assertThat(told.moments(Rate.RESPONDED)).containsExactly(Told.BEGIN.plus(Duration.ofDays(7)));
    }

    @Test
    void leavesOutWhatWasReturnedInTimeAndCountsItAnewForTheNextUnit() {
      var told = raised().dispatched(CITY).told("return").dispatched(STREET).answeredBy(-1);
      assertThat(told.counts(Rate.RESPONDED))
          .containsExactly("1 out returned " + CITY, "2 yes in-time " + STREET);
    }

    @Test
    void keepsWhatWasLateBeforeItWasReturned() {
      var told = raised().dispatched(CITY).told("handling-overdue").told("return");
      assertThat(told.dispatched(STREET).answeredBy(-1).counts(Rate.RESPONDED))
          .containsExactly("1 no late " + CITY, "2 yes in-time " + STREET);
    }

    @Test
    void keepsEveryOrderOverObjectionAndReopening() {
      var told = answered().told("object").dispatched(STREET).told("handling-overdue");
      told.answeredBy(5).told("confirm").told("reopen").dispatched(CITY).answeredBy(-1);
      assertThat(told.counts(Rate.RESPONDED))
          .containsExactly("1 yes in-time " + CITY, "2 no late " + STREET, "3 yes in-time " + CITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"me-too", "join"})
    void countsOneJobForAllWhoAreJoined(String join) {
      var told = raised().told(join, "{\"unit\": \"" + CITY + "\"}").answeredBy(-1);
      assertThat(told.counts(Rate.RESPONDED)).containsExactly("1 out joined " + CITY);
    }

    @Test
    void countsNoSecondOrderWhereAMatterIsJoinedWhileItIsWorked() {
      var told = raised().dispatched(CITY).told("join-working").answeredBy(-1);
      assertThat(told.counts(Rate.RESPONDED)).containsExactly("1 out joined " + CITY);
    }

    @Test
    void countsAgainOnceItIsParted() {
      var told = raised().told("join").told("part").dispatched(STREET).answeredBy(-1);
      assertThat(told.counts(Rate.RESPONDED))
          .containsExactly("1 out joined dispatch-centre", "2 yes in-time " + STREET);
    }

    @Test
    void leavesOutWhatWasWithdrawnInTimeOnly() {
      assertThat(raised().dispatched(CITY).told("withdraw").counts(Rate.RESPONDED))
          .containsExactly("1 out withdrawn " + CITY);
      var late = raised().dispatched(CITY).told("handling-overdue").told("withdraw");
      assertThat(late.counts(Rate.RESPONDED)).containsExactly("1 no late " + CITY);
    }

    @Test
    void leavesOutWhatAReviewFoundWithoutGroundLateOrNot() {
      var told = raised().dispatched(CITY).told("handling-overdue").told("approve-unfounded");
      assertThat(told.counts(Rate.RESPONDED)).containsExactly("1 out unfounded " + CITY);
      assertThat(told.counts(Rate.SOLVED)).containsExactly("1 out unfounded " + CITY);
    }

    @Test
    void leavesOutWhatTheDeskAnswered() {
      assertThat(raised().told("answer-now").counts(Rate.RESPONDED))
          .containsExactly("1 out desk dispatch-centre");
    }
  }

  @Nested
  class Solved {

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "call-back", "check"})
    void countsWhatWasConfirmedForTheUnitThatAnswered(String act) {
      assertThat(answered().told(act).counts(Rate.SOLVED)).containsExactly("1 yes solved " + CITY);
    }

    @Test
    void countsNothingWhileNobodyHasChecked() {
      assertThat(answered().told("stay-silent").told("call-unreached").counts(Rate.SOLVED))
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"object", "call-back-objection", "check-objection"})
    void countsEachTurnForTheUnitThatAnsweredIt(String act) {
      var told = answered().told(act).dispatched(STREET).answeredBy(-1).told("confirm");
      assertThat(told.counts(Rate.SOLVED))
          .containsExactly("1 no objected " + CITY, "2 yes solved " + STREET);
    }

    @Test
    void takesBackWhatIsReopenedOnItsOwnDayAndCountsTheNextTurn() {
      var told = answered().later(Duration.ofDays(1)).told("confirm");
      told.later(Duration.ofDays(9)).told("reopen").dispatched(STREET).answeredBy(-1);
      told.told("confirm");
      assertThat(told.counts(Rate.SOLVED))
          .containsExactly("1 no reopened " + CITY, "2 yes solved " + STREET);
      assertThat(told.moments(Rate.SOLVED).getFirst())
          .isEqualTo(Told.BEGIN.plus(Duration.ofDays(1)));
    }

    @Test
    void tellsWhoWasNotReachedBeside() {
      var told = answered().told("close-unreached");
      assertThat(told.counts(Rate.SOLVED)).containsExactly("1 aside unreached " + CITY);
      assertThat(told.told("reopen").counts(Rate.SOLVED)).containsExactly("1 no reopened " + CITY);
    }

    @Test
    void leavesOutTheRedirectedAndTheWithdrawn() {
      assertThat(raised().told("redirect").counts(Rate.SOLVED))
          .containsExactly("1 out redirected dispatch-centre");
      assertThat(answered().told("withdraw").counts(Rate.SOLVED))
          .containsExactly("1 out withdrawn " + CITY);
    }
  }

  @Nested
  class Satisfied {

    @ParameterizedTest
    @CsvSource({"1, yes", "2, yes", "3, yes", "4, no", "5, no"})
    void countsTheFirstThreeGrades(int grade, String standing) {
      assertThat(answered().rated("confirm", grade).counts(Rate.SATISFIED))
          .containsExactly("1 " + standing + " grade-" + grade + " " + CITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "call-back", "close-unreached"})
    void neverTakesSilenceForPraise(String act) {
      assertThat(answered().told(act).counts(Rate.SATISFIED))
          .containsExactly("1 aside unrated " + CITY);
    }

    @Test
    void takesTheLastGradeOnTheDayOfClosing() {
      var told = answered().told("confirm").later(Duration.ofDays(5)).rated("rate", 5);
      assertThat(told.counts(Rate.SATISFIED)).containsExactly("1 no grade-5 " + CITY);
      assertThat(told.rated("rate", 2).counts(Rate.SATISFIED))
          .containsExactly("1 yes grade-2 " + CITY);
      assertThat(told.moments(Rate.SATISFIED)).containsExactly(Told.BEGIN);
    }

    @Test
    void keepsTheGradeOfATurnThatIsReopened() {
      var told = answered().rated("confirm", 4).told("reopen").dispatched(STREET).answeredBy(-1);
      assertThat(told.rated("confirm", 1).counts(Rate.SATISFIED))
          .containsExactly("1 no grade-4 " + CITY, "2 yes grade-1 " + STREET);
    }

    @Test
    void leavesOutAGradeThatAReviewStruckEvenAfterReopening() {
      var told = answered().rated("confirm", 5).told("reopen").told("uphold-rating-dispute");
      assertThat(told.counts(Rate.SATISFIED)).containsExactly("1 out struck " + CITY);
      assertThat(answered().told("strike-rating").counts(Rate.SATISFIED)).isEmpty();
    }
  }

  @Nested
  class Recurred {

    @Test
    void countsClosingsAndThoseThePersonReopens() {
      var told = answered().told("confirm");
      assertThat(told.counts(Rate.RECURRED)).containsExactly("1 no closed " + CITY);
      assertThat(told.told("reopen").counts(Rate.RECURRED))
          .containsExactly("1 yes reopened " + CITY);
    }

    @ParameterizedTest
    @CsvSource({"'', 140213054901", "noise, 140213054"})
    void tellsWhatCannotBeComparedBeside(String item, String area) {
      var told = raised(item, area).dispatched(CITY).answeredBy(-1).told("confirm");
      assertThat(told.counts(Rate.RECURRED)).containsExactly("1 aside coarse " + CITY);
    }

    @Test
    void leavesOutTheJoined() {
      var told = raised().told("me-too").answeredBy(-1).told("confirm");
      assertThat(told.counts(Rate.RECURRED)).containsExactly("1 out joined dispatch-centre");
    }
  }
}
