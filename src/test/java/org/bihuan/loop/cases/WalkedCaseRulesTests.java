package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ActRule.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Walks each procedure to wherever it leads and tries every act, in everybody's hands, there. */
class WalkedCaseRulesTests {

  private static final Map<String, List<TestingMatter>> PLACES = new HashMap<>();

  /** One matter for each situation the acts can tell apart. */
  private static synchronized List<TestingMatter> places(String procedure) {
    return PLACES.computeIfAbsent(procedure, WalkedCaseRulesTests::explored);
  }

  private static List<TestingMatter> explored(String procedure) {
    var seen = new TreeMap<String, TestingMatter>();
    var waiting = new ArrayDeque<TestingMatter>();
    waiting.add(TestingMatter.opened(procedure, null));
    if (procedure.equals("licence")) {
      waiting.add(TestingMatter.opened(procedure, "construction-permit"));
    }
    if (procedure.equals("appeal")) {
      waiting.addAll(appeals());
    }
    while (!waiting.isEmpty()) {
      var matter = waiting.remove();
      if (seen.putIfAbsent(situation(matter), matter) == null) {
        for (var rule : matter.procedure().acts().values()) {
          waiting.addAll(after(matter, rule));
        }
      }
    }
    return List.copyOf(seen.values());
  }

  /** What the conditions of an appeal tell apart. */
  private static List<TestingMatter> appeals() {
    var urgent = TestingMatter.opened("appeal", null, CaseJson.object().put("danger", true));
    return List.of(
        returnedTwice(TestingMatter.opened("appeal", null)),
        urgent.doesAll("accept", "dispatch").ranOut("handling", "handling-overdue"),
        returnedTwice(urgent),
        TestingMatter.opened("appeal", null, CaseJson.object().put("kind", "advice")),
        TestingMatter.opened("appeal", null, CaseJson.object().put("kind", "suggestion")),
        TestingMatter.opened("appeal", null, CaseJson.object().put("anonymous", true)));
  }

  private static TestingMatter returnedTwice(TestingMatter opened) {
    return opened.doesAll("accept", "dispatch", "return", "dispatch", "return", "dispatch");
  }

  private static String situation(TestingMatter matter) {
    var done = new TreeSet<String>();
    for (var rule : matter.procedure().acts().values()) {
      int times = matter.file().memory().done(rule.id());
      if (times > 0 && tells(matter, rule)) {
        done.add(rule.id() + Math.min(times, 3));
      }
    }
    var facts = matter.file().memory().facts();
    var kind =
        Stream.of("kind", "anonymous", "danger").map(facts::path).map(JsonNode::toString).toList();
    var at = matter.file().state() + matter.open() + armed(matter);
    return at + done + kind + matter.file().birth();
  }

  /** Whether it matters in the present state that an act was done, or how often. */
  private static boolean tells(TestingMatter matter, ActRule rule) {
    var state = matter.file().state();
    return (rule.has(Flag.ONCE) && rule.from().contains(state))
        || matter.procedure().acts().values().stream()
            .filter(other -> other.from().contains(state))
            .map(ActRule::when)
            .anyMatch(when -> when != null && when.contains("done['" + rule.id() + "']"))
        || (rule.id().startsWith("propose") && state.equals("supervised"))
        || (rule.id().equals("dispute") && state.equals("overdue"));
  }

  private static List<String> armed(TestingMatter matter) {
    return matter.file().clocks().stream()
        .filter(ClockRun::armed)
        .map(ClockRun::clock)
        .sorted()
        .toList();
  }

  private static List<TestingMatter> after(TestingMatter matter, ActRule rule) {
    var after = new ArrayList<TestingMatter>();
    for (var attempt : attempts(matter, rule)) {
      if (attempt.matter.tries(attempt.act) instanceof Outcome.Moved moved
          && moved.draft().act().equals(rule.id())) {
        after.add(attempt.matter.does(attempt.act));
      }
    }
    return after;
  }

  private record Attempt(TestingMatter matter, Act act) {}

  /** The act by each who may do it, at a time when it is due. */
  private static List<Attempt> attempts(TestingMatter matter, ActRule rule) {
    var attempts = new ArrayList<Attempt>();
    for (var role : rule.who()) {
      if (role != Role.SYSTEM) {
        attempts.add(new Attempt(matter, matter.act(rule.id(), matter.doer(rule, role))));
      }
    }
    for (var clock : matter.procedure().clocks().values()) {
      var run = matter.armed(clock.id());
      if (clock.expires().contains(rule.id()) && run.isPresent()) {
        var due = run.get().due().at();
        var then = due.isAfter(matter.now()) ? matter.at(due) : matter;
        attempts.add(new Attempt(then, then.alarm(clock.id(), rule.id())));
      }
    }
    return attempts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"appeal", "licence", "joint", "redress"})
  void refuseEveryActOutsideItsStates(String procedure) {
    for (var matter : places(procedure)) {
      for (var rule : matter.procedure().acts().values()) {
        if (!rule.from().contains(matter.file().state()) && !rule.id().equals(ActRule.OPEN)) {
          for (var attempt : attempts(matter, rule)) {
            assertThat(attempt.matter.tried(attempt.act)).as(rule.id()).isEqualTo("wrong-state");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"appeal", "licence", "joint", "redress"})
  void refuseEveryActInWrongHands(String procedure) {
    for (var matter : places(procedure)) {
      for (var rule : matter.procedure().acts().values()) {
        for (var role : Role.values()) {
          if (!rule.who().contains(role) || rule.automatic()) {
            var refusal = rule.id().equals(ActRule.OPEN) ? "unknown-act" : "not-allowed";
            assertThat(matter.tried(rule.id(), matter.doer(rule, role)))
                .as(rule.id() + " by " + role)
                .isEqualTo(refusal);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"appeal", "licence", "joint", "redress"})
  void refuseAPersonWhoIsNotTheApplicantAndAUnitThatIsNotTheOwner(String procedure) {
    for (var matter : places(procedure)) {
      for (var rule : matter.procedure().acts().values()) {
        var stranger = Actor.applicant(TestingMatter.ID, "");
        if (rule.who().contains(Role.APPLICANT) && !rule.id().equals(ActRule.OPEN)) {
          assertThat(matter.tried(rule.id(), stranger)).isEqualTo("not-allowed");
        }
        if (rule.who().contains(Role.HANDLER) && !rule.id().equals(ActRule.OPEN)) {
          var own = matter.doer(rule, Role.HANDLER);
          var other = new Actor(own.id(), own.name(), own.roles(), "traffic-police");
          assertThat(matter.tried(rule.id(), other)).isEqualTo("other-unit");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"appeal", "licence", "joint", "redress"})
  void acceptEveryActSomewhereInEachOfItsStates(String procedure) {
    var possible = new TreeSet<String>();
    var declared = new TreeSet<String>();
    for (var matter : places(procedure)) {
      for (var rule : matter.procedure().acts().values()) {
        rule.from().forEach(state -> declared.add(state + " → " + rule.id()));
        if (!after(matter, rule).isEmpty()) {
          possible.add(matter.file().state() + " → " + rule.id());
        }
      }
    }
    assertThat(possible).isEqualTo(declared).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"appeal", "licence", "joint", "redress"})
  void leaveTheMatterAsTheProcedureSays(String procedure) {
    for (var matter : places(procedure)) {
      for (var rule : matter.procedure().acts().values()) {
        for (var after : after(matter, rule)) {
          var to = rule.to() == null ? matter.file().state() : rule.to();
          var state = matter.procedure().states().get(to);
          assertThat(after.file().state()).isEqualTo(to);
          assertThat(after.file().owner()).isEqualTo(state == null ? null : state.owner());
          assertThat(after.file().closed()).isEqualTo(state != null && state.end());
          assertThat(after.file().version()).isEqualTo(matter.file().version() + 1);
          assertThat(after.file().memory().done(rule.id()))
              .isEqualTo(matter.file().memory().done(rule.id()) + 1);
          assertThat(after.open()).as(rule.id()).isEqualTo(clocksAfter(matter, rule));
        }
      }
    }
  }

  private static Map<String, ClockRun.Status> clocksAfter(TestingMatter matter, ActRule rule) {
    var open = new TreeMap<>(matter.open());
    rule.effects().stops().forEach(clock -> open.replace(clock, ClockRun.Status.STOPPED));
    rule.effects().resumes().forEach(clock -> open.replace(clock, ClockRun.Status.RUNNING));
    for (var clock : matter.procedure().clocks().values()) {
      if (rule.effects().marks().stream().anyMatch(clock.ends()::contains)) {
        open.remove(clock.id());
      }
    }
    for (var clock : matter.procedure().clocks().values()) {
      if (rule.effects().marks().stream().anyMatch(clock.begins()::contains)) {
        open.put(clock.id(), ClockRun.Status.RUNNING);
      }
    }
    return open;
  }

  @Test
  void neverLeaveAnOpenMatterWithoutOwnerAndClock() {
    for (var procedure : List.of("appeal", "licence", "joint", "redress")) {
      for (var matter : places(procedure)) {
        if (!matter.file().closed()) {
          assertThat(matter.file().owner()).isNotNull();
          assertThat(matter.file().nearestDue()).as(matter.file().state()).isNotNull();
        } else {
          assertThat(matter.open()).isEmpty();
        }
      }
    }
  }
}
