package org.bihuan.services.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.bihuan.services.causes.Causes.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One problem leads to its class of problem, which is put right and checked by somebody else. */
@TestApp
class CausesSqlTests {

  private static final String UNIT = "city-management";
  private static final Actor DISPATCHER = staff(Role.DISPATCHER, "dispatch-centre");
  private static final Actor HANDLER = staff(Role.HANDLER, UNIT);
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired Causes causes;
  @Autowired Cases cases;
  @Autowired Intake intake;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void begins() {
    work.begin();
  }

  private static Actor staff(Role role, String unit) {
    return new Actor(UUID.randomUUID(), role.code(), Set.of(role), unit);
  }

  private CaseView raised() {
    var facts = JsonNodeFactory.instance.objectNode().put("description", "换电柜坏了，没有人修");
    var phone = "134%08d".formatted(COUNT.incrementAndGet());
    var person = new ApplicantForm("吴明", phone, null, null, null);
    var filing =
        new Filing(
            "appeal", "rider-charging", "换电柜坏了", "140213054", "online", person, facts, null, null);
    return ((Filed.Taken) intake.file(filing)).file();
  }

  private static Causes.Draft draft() {
    return new Causes.Draft(
        "换电柜没有维护单位",
        "换电柜由三家企业投放，没有明确谁来维护。",
        List.of("rider-charging"),
        "140213054",
        UNIT,
        "都是同一批换电柜");
  }

  private Cause begun(CaseView... matters) {
    return switch (causes.begin(draft(), List.of(matters), DISPATCHER)) {
      case Outcome.Done(var cause, var linked) -> cause;
      case Outcome outcome -> throw new AssertionError(outcome);
    };
  }

  private Decision act(CaseId id, String act, Actor actor, String facts) {
    var json = (ObjectNode) JsonMapper.shared().readTree(facts);
    return cases.perform(List.of(new Act(id, act, actor, null, "因为如此", json, null))).getFirst();
  }

  private void does(CaseId id, String act, Actor actor, String facts) {
    assertThat(act(id, act, actor, facts)).isInstanceOf(Decision.Accepted.class);
  }

  private String state(CaseId id) {
    return cases.find(id).orElseThrow().state();
  }

  @Nested
  class WritingDown {

    @ParameterizedTest
    @CsvSource({
      "'', 没有明确谁来维护这些柜子, rider-charging, 140213054, city-management, 同一批, title",
      "柜子, 太短, rider-charging, 140213054, city-management, 同一批, description",
      "柜子, 没有明确谁来维护这些柜子, no-item, 140213054, city-management, 同一批, items",
      "柜子, 没有明确谁来维护这些柜子, rider-charging, 140213, nobody, 同一批, unit",
      "柜子, 没有明确谁来维护这些柜子, rider-charging, 99, city-management, 同一批, area",
      "柜子, 没有明确谁来维护这些柜子, rider-charging, 140213054, city-management, ' ', why",
    })
    void namesWhatIsWrongAndKeepsNothing(ArgumentsAccessor row) {
      var draft =
          new Causes.Draft(
              text(row, 0),
              text(row, 1),
              List.of(text(row, 2)),
              text(row, 3),
              text(row, 4),
              text(row, 5));
      var outcome = causes.begin(draft, List.of(raised()), DISPATCHER);
      assertThat(((Outcome.Faulty) outcome).errors())
          .extracting(FieldError::field)
          .containsExactly(text(row, 6));
    }

    private static String text(ArgumentsAccessor row, int column) {
      return Objects.requireNonNull(row.getString(column));
    }

    @Test
    void isRefusedWithoutAMatterAndForWhatIsLinkedAlready() {
      assertThat(causes.begin(draft(), List.of(), DISPATCHER))
          .isEqualTo(new Outcome.Refused(CauseRefusal.NOTHING_TICKED));
      var matter = raised();
      var cause = begun(matter);
      var before = causes.all(Causes.NEWEST, 500).size();
      assertThat(causes.begin(draft(), List.of(matter), DISPATCHER))
          .isEqualTo(new Outcome.Refused(CauseRefusal.LINKED_ALREADY));
      assertThat(causes.all(Causes.NEWEST, 500)).hasSize(before);
      var put = cases.find(cause.rectification()).orElseThrow();
      assertThat(causes.begin(draft(), List.of(put), DISPATCHER))
          .isEqualTo(new Outcome.Refused(CauseRefusal.NOT_A_MATTER));
    }

    @Test
    void isNotForThoseWhoMayNotOpenARectification() {
      assertThat(causes.begin(draft(), List.of(raised()), staff(Role.CLERK, UNIT)))
          .isEqualTo(new Outcome.Refused(CauseRefusal.NOT_OPENED));
    }

    @Test
    void opensItsRectificationAndLinksTheMatters() {
      var one = raised();
      var other = raised();
      var cause = begun(one, other);
      assertThat(state(cause.rectification())).isEqualTo("planning");
      assertThat(causes.links(cause.id(), 10))
          .extracting(CauseLink::matter)
          .containsExactlyInAnyOrder(one.identity().id(), other.identity().id());
      assertThat(causes.of(one.identity().id())).contains(cause);
      assertThat(causes.of(cause.rectification())).contains(cause);
      work.follow();
    }
  }

  @Nested
  class Linking {

    @Test
    void holdsOneCauseAtATimeAlsoForTwoAtOnce() {
      var cause = begun(raised());
      var second = begun(raised());
      var matter = List.of(raised());
      var there =
          CompletableFuture.supplyAsync(() -> causes.link(second.id(), matter, DISPATCHER, "同根"));
      var here = causes.link(cause.id(), matter, DISPATCHER, "同根");
      assertThat(List.of(here, there.join()))
          .contains(new Outcome.Refused(CauseRefusal.LINKED_ALREADY));
      var counts = causes.linked(List.of(cause.id(), second.id())).values();
      assertThat(counts.stream().mapToInt(n -> n).sum()).isEqualTo(3);
    }

    @Test
    void needsAReasonAndACause() {
      var cause = begun(raised());
      assertThat(causes.link(cause.id(), List.of(raised()), DISPATCHER, " "))
          .isEqualTo(new Outcome.Refused(CauseRefusal.WHY_NEEDED));
      assertThat(causes.link(UUID.randomUUID(), List.of(raised()), DISPATCHER, "同根"))
          .isEqualTo(new Outcome.Refused(CauseRefusal.UNKNOWN_CAUSE));
    }

    @Test
    void isUndoneWithAReasonAndStaysOnRecord() {
      var matter = raised();
      var cause = begun(matter);
      var id = matter.identity().id();
      assertThat(causes.unlink(cause.id(), id, DISPATCHER, ""))
          .isEqualTo(new Outcome.Refused(CauseRefusal.WHY_NEEDED));
      assertThat(causes.unlink(cause.id(), id, DISPATCHER, "看错了"))
          .isEqualTo(new Outcome.Done(cause, 0));
      assertThat(causes.unlink(cause.id(), id, DISPATCHER, "看错了"))
          .isEqualTo(new Outcome.Refused(CauseRefusal.NOT_LINKED));
      assertThat(causes.of(id)).isEmpty();
      assertThat(causes.links(cause.id(), 10).getFirst().ended()).isNotNull();
      assertThat(causes.link(cause.id(), List.of(matter), DISPATCHER, "确是同根"))
          .isEqualTo(new Outcome.Done(cause, 1));
    }

    @Test
    void cannotEndByHalvesInTheDatabase() {
      var cause = begun(raised());
      assertThatThrownBy(
              () ->
                  jdbc.sql("update causes.cause_link set ended_at = made_at where cause = :id")
                      .param("id", cause.id())
                      .update())
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Nested
  class Rectification {

    private static final String PLAN =
        "{\"measure\": \"明确由运营企业维护，街道每月抽查\", \"responsible\": \"王科长\", \"term\": \"week\"}";

    @Test
    void isWrittenOffOnlyByOneWhoDidNotDoIt() {
      var id = begun(raised()).rectification();
      does(id, "plan", HANDLER, PLAN);
      does(id, "feedback", HANDLER, "{\"result\": \"维护协议已签，故障柜全部修复。\"}");
      var both = new Actor(HANDLER.id(), "both", Set.of(Role.HANDLER, Role.DISPATCHER), UNIT);
      var seen = "{\"checked\": \"看了协议和现场\", \"seen\": \"四组柜子都能用\"}";
      assertThat(act(id, "close", both, seen))
          .isInstanceOfSatisfying(
              Decision.Refused.class,
              refused -> assertThat(refused.refusal()).isEqualTo(Refusal.SAME_PERSON));
      does(id, "return", DISPATCHER, "{}");
      assertThat(state(id)).isEqualTo("rectifying");
      does(id, "feedback", HANDLER, "{\"result\": \"补签了另一家企业的协议。\"}");
      does(id, "close", DISPATCHER, seen);
      assertThat(state(id)).isEqualTo("closed");
      does(id, "reopen", DISPATCHER, "{}");
      assertThat(state(id)).isEqualTo("planning");
    }

    @Test
    void isSupervisedWhenItIsLate() {
      var id = begun(raised()).rectification();
      does(id, "plan", HANDLER, PLAN);
      clock.move(Duration.ofDays(9));
      work.ringAlarms();
      assertThat(state(id)).isEqualTo("supervised");
    }
  }
}
