package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.TestingCalendars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why acts are refused, one reason at a time; which acts go where is in {@code Walked…}. */
class CaseRulesTests {

  private static final UUID SAME = new UUID(7, 7);

  private static Actor as(UUID id, Role... roles) {
    return new Actor(id, "somebody", Set.of(roles), CaseFixtures.UNIT);
  }

  private static TestingMatter appeal() {
    return TestingMatter.opened("appeal", null);
  }

  /** Dispatched to the unit where the people of these tests sit. */
  private static TestingMatter working() {
    var accepted = appeal().does("accept");
    var dispatch = accepted.act("dispatch", accepted.doer(accepted.rule("dispatch")));
    dispatch.facts().put("unit", CaseFixtures.UNIT);
    return accepted.does(dispatch);
  }

  private static TestingMatter callback() {
    return working().does("answer").ranOut("confirmation", "stay-silent");
  }

  private static Act noted(Act act, String note) {
    return new Act(act.file(), act.name(), act.actor(), act.version(), note, act.facts(), null);
  }

  private static Act seen(Act act, long version) {
    return new Act(act.file(), act.name(), act.actor(), version, act.note(), act.facts(), null);
  }

  @Nested
  class Acting {

    @ParameterizedTest
    @ValueSource(strings = {"", "open", "recount", "ACCEPT", "no-such-act"})
    void isRefusedUnderANameThatIsNoAct(String name) {
      assertThat(appeal().tried(name, as(SAME, Role.values()))).isEqualTo("unknown-act");
    }

    @Test
    void isRefusedOnAVersionThatIsNotThePresentOne() {
      var matter = appeal();
      var accept = matter.act("accept", as(SAME, Role.DISPATCHER));
      assertThat(matter.tried(seen(accept, 0))).isEqualTo("changed-meanwhile");
      assertThat(matter.tried(seen(accept, 2))).isEqualTo("changed-meanwhile");
      assertThat(matter.tried(seen(accept, 1))).isEqualTo("accepted");
      assertThat(matter.does("accept").tried(seen(accept, 1))).isEqualTo("changed-meanwhile");
      assertThat(matter.does("accept").tried(accept)).isEqualTo("wrong-state");
    }

    @Test
    void changesNothingWhenRefused() {
      var matter = appeal();
      var before = List.of(matter.file(), CaseJson.write(matter.file().memory().hands()));
      assertThat(matter.tried("answer", as(SAME, Role.HANDLER))).isEqualTo("wrong-state");
      assertThat(matter.tried("accept", as(SAME, Role.DISPATCHER))).isEqualTo("accepted");
      assertThat(List.of(matter.file(), CaseJson.write(matter.file().memory().hands())))
          .isEqualTo(before);
    }

    @Test
    void isForTheUnitThatOwnsTheMatterNow() {
      var matter = working();
      var here = as(SAME, Role.HANDLER);
      assertThat(matter.tried("answer", here)).isEqualTo("accepted");
      var elsewhere = matter.doesAll("return", "dispatch");
      assertThat(elsewhere.file().unit()).isEqualTo("city-management");
      assertThat(elsewhere.tried("answer", here)).isEqualTo("other-unit");
    }

    @Test
    void takesTheFirstRoleThatMay() {
      var moved = (Outcome.Moved) working().tries(working().act("claim", as(SAME, Role.values())));
      assertThat(moved.draft().role()).isEqualTo(Role.HANDLER);
      assertThat(moved.next().handler()).isEqualTo(SAME);
    }

    @Test
    void namesThePersonActedFor() {
      var correcting = TestingMatter.opened("licence", null).does("ask-correction");
      var clerk = correcting.act("supplement", as(SAME, Role.CLERK));
      var own = correcting.act("supplement", CaseFixtures.person());
      assertThat(((Outcome.Moved) correcting.tries(clerk)).draft().onBehalf())
          .isEqualTo(CaseFixtures.PERSON);
      assertThat(((Outcome.Moved) correcting.tries(own)).draft().onBehalf()).isNull();
    }

    @Test
    void isRefusedASecondTimeWhereOnceIsAll() {
      var corrected = TestingMatter.opened("licence", null).doesAll("ask-correction", "supplement");
      assertThat(corrected.tried("ask-correction", as(SAME, Role.HANDLER)))
          .isEqualTo("already-done");
    }

    @Test
    void isRefusedWhileTheConditionFails() {
      var matter = callback();
      for (int calls = 0; calls < 3; calls++) {
        assertThat(matter.tried("close-unreached", as(SAME, Role.CALLER)))
            .isEqualTo("condition-fails");
        matter = matter.does("call-unreached");
      }
      assertThat(matter.tried("close-unreached", as(SAME, Role.CALLER))).isEqualTo("accepted");
    }
  }

  @Nested
  class Noting {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t"})
    void isRefusedBlankWhereAReasonIsDue(String blank) {
      var matter = appeal();
      var withdraw = matter.act("withdraw", CaseFixtures.person());
      assertThat(matter.tried(noted(withdraw, blank))).isEqualTo("note-needed");
      var accept = matter.act("accept", as(SAME, Role.DISPATCHER));
      assertThat(matter.tried(noted(accept, blank))).isEqualTo("accepted");
    }

    @Test
    void isRefusedBeyondTwoThousandCharactersHoweverTheyAreCoded() {
      var matter = appeal();
      var withdraw = matter.act("withdraw", CaseFixtures.person());
      assertThat(matter.tried(noted(withdraw, "\uD83D\uDEA6".repeat(2000)))).isEqualTo("accepted");
      assertThat(matter.tried(noted(withdraw, "灯".repeat(2001)))).isEqualTo("note-needed");
      var accept = matter.act("accept", as(SAME, Role.DISPATCHER));
      assertThat(matter.tried(noted(accept, "灯".repeat(2001)))).isEqualTo("note-needed");
    }

    @Test
    void isRefusedWithWhatNoDatabaseKeeps() {
      var matter = appeal();
      var withdraw = matter.act("withdraw", CaseFixtures.person());
      assertThat(matter.tried(noted(withdraw, "灯\0"))).isEqualTo("invalid-facts");
      assertThat(matter.tried(noted(withdraw, "灯\uD83D"))).isEqualTo("invalid-facts");
    }
  }

  @Nested
  class Telling {

    private void isInvalid(String facts) {
      var act = working().act("answer", as(SAME, Role.HANDLER));
      var told =
          new Act(act.file(), "answer", act.actor(), null, null, CaseJson.readObject(facts), null);
      var denied = (Outcome.Denied) working().tries(told);
      assertThat(denied.refusal()).as(facts).isEqualTo(Refusal.INVALID_FACTS);
      assertThat(denied.errors()).as(facts).isNotEmpty();
    }

    @Test
    void isRefusedUnlessTheFormIsFilled() {
      isInvalid("{}");
      isInvalid("{\"reply\": \"短\"}");
      isInvalid("{\"reply\": 5}");
      isInvalid("{\"reply\": \"路灯已经修好了，谢谢您\", \"more\": 1}");
      isInvalid("{\"reply\": \"路灯已经修好了，谢谢您\", \"solved\": \"yes\"}");
      isInvalid("{\"reply\": \"路灯已经修好了，谢谢您\\u0000\"}");
    }

    @Test
    void isRefusedWhereNothingIsAsked() {
      var accept = appeal().act("accept", as(SAME, Role.DISPATCHER));
      accept.facts().put("unit", "city-management");
      assertThat(appeal().tried(accept)).isEqualTo("invalid-facts");
    }

    @Test
    void isRefusedWithAUnitThatDoesNotExist() {
      var accepted = appeal().does("accept");
      var dispatch = accepted.act("dispatch", as(SAME, Role.DISPATCHER));
      dispatch.facts().put("unit", "no-such-unit");
      assertThat(accepted.tried(dispatch)).isEqualTo("unknown-unit");
    }

    @Test
    void putsLaterAnswersOverEarlierOnes() {
      var once = working();
      assertThat(once.file().memory().facts().path("unit").asString()).isEqualTo(CaseFixtures.UNIT);
      var twice = once.doesAll("return", "dispatch");
      assertThat(twice.file().memory().facts().path("unit").asString())
          .isEqualTo("city-management");
      assertThat(twice.file().memory().facts().has("description")).isTrue();
    }
  }

  @Nested
  class CallingBack {

    @ParameterizedTest
    @ValueSource(strings = {"call-back", "call-back-objection", "call-unreached"})
    void isRefusedToWhoeverHandledTheMatter(String act) {
      var answered = working().does(working().act("answer", as(SAME, Role.HANDLER)));
      var waiting = answered.ranOut("confirmation", "stay-silent");
      assertThat(waiting.tried(act, as(SAME, Role.CALLER))).isEqualTo("handled-before");
      assertThat(waiting.tried(act, as(new UUID(8, 8), Role.CALLER))).isEqualTo("accepted");
    }

    @Test
    void isNotHinderedByCallingBefore() {
      var matter = callback();
      var called = matter.does(matter.act("call-unreached", as(SAME, Role.CALLER)));
      assertThat(called.tried("call-back", as(SAME, Role.CALLER))).isEqualTo("accepted");
    }
  }

  @Nested
  class Answering {

    @Test
    void isRefusedWhileAChildIsOpen() {
      assertThat(working().withOpenChildren().tried("answer", as(SAME, Role.HANDLER)))
          .isEqualTo("children-open");
      assertThat(working().tried("answer", as(SAME, Role.HANDLER))).isEqualTo("accepted");
    }

    @Test
    void isTheOnlyThingThatChildrenHinder() {
      var matter = working().withOpenChildren();
      assertThat(matter.tried("claim", as(SAME, Role.HANDLER))).isEqualTo("accepted");
      assertThat(matter.ranOut("handling", "handling-overdue").file().state())
          .isEqualTo("supervised");
    }
  }

  @Nested
  class Reopening {

    private static TestingMatter closed() {
      return working().doesAll("answer", "confirm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reopen", "rate"})
    void isPossibleUntilTheLastDayIsOver(String act) {
      var limit = Limit.of(act.equals("rate") ? "30 day" : "15 day");
      var end = TestingCalendars.walked(limit, closed().now(), List.of()).at();
      assertThat(closed().at(end.minusNanos(1_000)).tried(act, CaseFixtures.person()))
          .isEqualTo("accepted");
      assertThat(closed().at(end).tried(act, CaseFixtures.person())).isEqualTo("window-closed");
    }

    @Test
    void opensTheMatterAndItsWindowBeginsWithTheNextClosing() {
      var reopened = closed().later(Duration.ofDays(14)).does("reopen");
      assertThat(reopened.file().closedAt()).isNull();
      assertThat(reopened.file().owner()).isEqualTo(Role.DISPATCHER);
      var again = reopened.doesAll("dispatch", "answer").later(Duration.ofDays(2)).does("confirm");
      assertThat(again.file().closedAt()).isEqualTo(again.now());
      assertThat(again.later(Duration.ofDays(14)).tried("reopen", CaseFixtures.person()))
          .isEqualTo("accepted");
    }

    @Test
    void isNotBroughtAboutByRating() {
      var closed = closed();
      var rated = closed.later(Duration.ofDays(10)).does("rate");
      assertThat(rated.file().closedAt()).isEqualTo(closed.now());
      assertThat(rated.later(Duration.ofDays(6)).tried("reopen", CaseFixtures.person()))
          .isEqualTo("window-closed");
    }
  }
}
