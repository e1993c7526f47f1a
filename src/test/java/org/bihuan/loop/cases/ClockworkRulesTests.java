package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Deadline;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.Stop;
import org.bihuan.foundation.calendar.TestingCalendars;
import org.bihuan.foundation.shared.ChinaTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clocks of the shipped procedures; due days are counted by the walker, day by day. */
class ClockworkRulesTests {

  private static final Instant MONDAY = CaseFixtures.MONDAY;

  private static Deadline walked(String limit, Instant start, Stop... stops) {
    return TestingCalendars.walked(Limit.of(limit), start, List.of(stops));
  }

  private static TestingMatter licence() {
    return TestingMatter.opened("licence", null);
  }

  @Nested
  class Beginning {

    @Test
    void happensWithTheMomentAndEndsTheClockBefore() {
      var opened = licence();
      assertThat(opened.run("notice").due()).isEqualTo(walked("5 workday", MONDAY));
      var later = MONDAY.plus(Duration.ofDays(2));
      var accepted = opened.at(later).does("accept");
      assertThat(accepted.run("notice").endedAt()).isEqualTo(later);
      assertThat(accepted.run("decision").startedAt()).isEqualTo(later);
      assertThat(accepted.run("decision").due()).isEqualTo(walked("20 workday", later));
    }

    @Test
    void countsFromTheDayOfReceiptWhenAcceptanceIsDeemed() {
      var deemed = licence().ranOut("notice", "deem-accepted");
      assertThat(deemed.now()).isEqualTo(walked("5 workday", MONDAY).at());
      assertThat(deemed.run("decision").startedAt()).isEqualTo(MONDAY);
      assertThat(deemed.run("decision").due()).isEqualTo(walked("20 workday", MONDAY));
    }

    @Test
    void countsFromTheCorrectionWhenAcceptanceIsDeemedAfterOne() {
      var supplied = MONDAY.plus(Duration.ofDays(10));
      var corrected = licence().does("ask-correction").at(supplied).does("supplement");
      assertThat(corrected.run("notice").run()).isEqualTo(2);
      assertThat(corrected.run("notice").due()).isEqualTo(walked("5 workday", supplied));
      var deemed = corrected.ranOut("notice", "deem-accepted");
      assertThat(deemed.run("decision").startedAt()).isEqualTo(supplied);
      assertThat(deemed.run("decision").due()).isEqualTo(walked("20 workday", supplied));
    }

    @Test
    void isAtReceiptWhereTheItemSaysSo() {
      var permit = TestingMatter.opened("licence", "construction-permit");
      var run = permit.run("decision");
      assertThat(run.due()).isEqualTo(walked("7 workday", MONDAY));
      assertThat(run.promisedDay()).isEqualTo(walked("1 workday", MONDAY).day());
      assertThat(permit.does("accept").run("decision")).isEqualTo(run);
      var again = permit.does("ask-correction").later(Duration.ofDays(3)).does("supplement");
      assertThat(again.run("decision").run()).isEqualTo(2);
      assertThat(again.run("decision").due()).isEqualTo(walked("7 workday", again.now()));
    }

    @ParameterizedTest
    @CsvSource({"none,7 day", "danger,2 hour", "utilities,24 hour", "complex,15 day"})
    void takesTheLimitThatTheFactsCallFor(String circumstance, String limit) {
      var facts = circumstance.equals("none") ? Map.<String, Boolean>of() : of(circumstance);
      var working = TestingMatter.opened("appeal", null, facts).doesAll("accept", "dispatch");
      assertThat(working.run("handling").terms().statutory()).hasToString(limit);
      assertThat(working.run("handling").due()).isEqualTo(walked(limit, MONDAY));
    }

    private static Map<String, Boolean> of(String circumstance) {
      return Map.of(circumstance, true);
    }

    @Test
    void countsItsRuns() {
      var matter = TestingMatter.opened("appeal", null).does("accept");
      for (int run = 1; run <= 3; run++) {
        assertThat(matter.run("dispatch").run()).isEqualTo(run);
        matter = matter.later(Duration.ofHours(1)).doesAll("dispatch", "return");
      }
      assertThat(matter.file().clocks().stream().filter(ClockRun::open)).hasSize(1);
    }
  }

  @Nested
  class Stopping {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "hearing",
          "tender",
          "auction",
          "inspection",
          "testing",
          "quarantine",
          "appraisal",
          "expert-review"
        })
    void leavesTheLegalStepOutOfTheLimit(String kind) {
      var begin = MONDAY.plus(Duration.ofDays(3));
      var end = begin.plus(Duration.ofDays(9));
      var review = licence().does("accept").at(begin);
      var act = review.act("suspend", review.doer(review.rule("suspend")));
      act.facts().put("kind", kind);
      var stopped = review.does(act);
      assertThat(stopped.run("decision").status()).isEqualTo(ClockRun.Status.STOPPED);
      assertThat(stopped.file().nearestDue()).isEqualTo(stopped.run("special").due().at());
      var goingOn = stopped.at(end).does("resume");
      assertThat(goingOn.run("decision").due())
          .isEqualTo(walked("20 workday", MONDAY, new Stop(begin, end)));
      assertThat(goingOn.run("special").endedAt()).isEqualTo(end);
    }

    @Test
    void isRefusedForAnyOtherKind() {
      var review = licence().does("accept");
      var act = review.act("suspend", review.doer(review.rule("suspend")));
      act.facts().put("kind", "holiday");
      assertThat(review.tried(act)).isEqualTo("invalid-facts");
    }

    @Test
    void keepsTheClockFromRunningOut() {
      var stopped = licence().doesAll("accept", "suspend").later(Duration.ofDays(400));
      assertThat(stopped.tried(stopped.alarm("decision", "overdue")))
          .isEqualTo("changed-meanwhile");
      var resumed = stopped.does(stopped.alarm("special", "resume-by-alarm"));
      assertThat(resumed.run("decision").due().at()).isAfter(resumed.now());
    }

    @Test
    void addsUp() {
      var one = new Stop(MONDAY.plus(Duration.ofDays(1)), MONDAY.plus(Duration.ofDays(4)));
      var two = new Stop(MONDAY.plus(Duration.ofDays(7)), MONDAY.plus(Duration.ofDays(9)));
      var matter = licence().does("accept");
      for (var stop : List.of(one, two)) {
        var until = Objects.requireNonNull(stop.until());
        matter = matter.at(stop.from()).does("suspend").at(until).does("resume");
      }
      assertThat(matter.run("decision").stops()).containsExactly(one, two);
      assertThat(matter.run("decision").due()).isEqualTo(walked("20 workday", MONDAY, one, two));
    }

    @Test
    void endsWithTheMatter() {
      var withdrawn = licence().doesAll("accept", "suspend").later(Duration.ofDays(2));
      withdrawn = withdrawn.does("withdraw");
      assertThat(withdrawn.run("decision").stops())
          .containsExactly(new Stop(MONDAY, withdrawn.now()));
      assertThat(withdrawn.file().nearestDue()).isNull();
    }
  }

  @Nested
  class Extending {

    private static final Actor HANDLER =
        new Actor(new UUID(0, 1), "h", java.util.Set.of(Role.HANDLER), CaseFixtures.UNIT);
    private static final Actor BOTH =
        new Actor(HANDLER.id(), "b", java.util.Set.of(Role.APPROVER), CaseFixtures.UNIT);

    @Test
    void isRefusedUnlessSomebodyAsked() {
      var review = licence().does("accept");
      assertThat(review.tried("extend", BOTH)).isEqualTo("condition-fails");
    }

    @Test
    void isRefusedToTheOneWhoAsked() {
      var review = licence().does("accept");
      var asked = review.does(review.act("ask-extension", HANDLER));
      assertThat(asked.tried("extend", BOTH)).isEqualTo("same-person");
    }

    @Test
    void addsToTheLimitOnce() {
      var extended = licence().doesAll("accept", "ask-extension", "extend");
      assertThat(extended.run("decision").due()).isEqualTo(walked("30 workday", MONDAY));
      assertThat(extended.run("decision").terms().extended()).isEqualTo(10);
      assertThat(extended.tried("extend", BOTH)).isEqualTo("already-done");
      assertThat(extended.tried("ask-extension", HANDLER)).isEqualTo("already-done");
    }

    @Test
    void outlastsAStop() {
      var extended = licence().doesAll("accept", "ask-extension", "extend").does("suspend");
      var end = MONDAY.plus(Duration.ofDays(5));
      assertThat(extended.at(end).does("resume").run("decision").due())
          .isEqualTo(walked("30 workday", MONDAY, new Stop(MONDAY, end)));
    }

    @Test
    void isRefusedOnceTheClockHasRunOut() {
      var asked = licence().doesAll("accept", "ask-extension");
      var fired = asked.run("decision").fired(asked.now());
      var late =
          new TestingMatter(
              asked.procedure(), asked.file().withClocks(List.of(fired)), asked.now(), false);
      assertThat(late.tried("extend", BOTH)).isEqualTo("clock-not-running");
      assertThat(late.tried("suspend", HANDLER)).isEqualTo("clock-not-running");
    }
  }

  @Nested
  class RunningOut {

    @Test
    void isRefusedAMomentBeforeTheEndOfTheLastDay() {
      var due = licence().run("notice").due();
      assertThat(ChinaTime.day(due.at().minusNanos(1))).isEqualTo(due.day());
      var early = licence().at(due.at().minusNanos(1_000));
      assertThat(early.tried(early.alarm("notice", "deem-accepted")))
          .isEqualTo("changed-meanwhile");
      var onTime = licence().at(due.at());
      assertThat(onTime.tried(onTime.alarm("notice", "deem-accepted"))).isEqualTo("accepted");
    }

    @Test
    void happensOnce() {
      var supervised = licence().does("accept").ranOut("decision", "overdue");
      assertThat(supervised.file().state()).isEqualTo("supervised");
      assertThat(supervised.run("decision").firedAt()).isEqualTo(supervised.now());
      assertThat(supervised.tried(supervised.alarm("decision", "overdue")))
          .isEqualTo("changed-meanwhile");
    }

    @Test
    void leavesTheClockRedUntilAMomentEndsIt() {
      var supervised = licence().does("accept").ranOut("decision", "overdue");
      assertThat(supervised.file().nearestDue()).isEqualTo(supervised.run("decision").due().at());
      var granted = supervised.later(Duration.ofDays(3)).does("grant");
      assertThat(granted.run("decision").endedAt()).isEqualTo(granted.now());
      assertThat(granted.run("decision").firedAt()).isEqualTo(supervised.now());
    }

    @Test
    void isNotForPeopleNorForOtherActs() {
      var late = licence().later(Duration.ofDays(60));
      for (var act : List.of("deem-accepted", "overdue-unaccepted")) {
        assertThat(late.tried(act, Actor.CLOCK)).isEqualTo("not-allowed");
      }
      assertThat(late.tried(late.alarm("notice", "overdue"))).isEqualTo("not-allowed");
      assertThat(late.tried(late.alarm("nothing", "deem-accepted"))).isEqualTo("not-allowed");
      var accept = late.act("accept", late.doer(late.rule("accept")));
      var asAlarm =
          new Act(accept.file(), "accept", accept.actor(), null, null, accept.facts(), "notice");
      assertThat(late.tried(asAlarm)).isEqualTo("not-allowed");
    }
  }
}
