package org.bihuan.insight.rates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.bihuan.loop.twins.Joining;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Appeals that go any way their procedure allows, as chance has it. */
final class Histories {

  private static final List<String> UNITS =
      List.of("city-management", "street-054", "civil-affairs");
  private static final List<String> PLACES = List.of("140213054901", "140213055903", "140213054");

  private final Intake intake;
  private final Cases cases;
  private final Joining joining;
  private final TestWork work;
  private final TestingClock clock;
  private final Random random = new Random(20261123);
  private final List<CaseId> matters = new ArrayList<>();

  Histories(Intake intake, Cases cases, Joining joining, TestWork work, TestingClock clock) {
    this.intake = intake;
    this.cases = cases;
    this.joining = joining;
    this.work = work;
    this.clock = clock;
  }

  /** So many steps: raising, acting, joining, waiting; the register is followed now and then. */
  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      clock.move(Duration.ofMinutes(random.nextInt(150)));
      work.ringAlarms();
      switch (random.nextInt(16)) {
        case 0, 1 -> raise();
        case 2 -> join();
        default -> act();
      }
      if (random.nextInt(9) == 0) {
        work.follow();
      }
    }
    work.follow();
  }

  private static Actor staff(Role role, String unit) {
    return new Actor(UUID.randomUUID(), role.code(), Set.of(role), unit);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void raise() {
    var phone = "136%08d".formatted(random.nextInt(100_000_000));
    var person = new ApplicantForm("赵六", phone, null, null, null);
    var item = any(List.of("noise", "waste", ""));
    var facts = JsonNodeFactory.instance.objectNode().put("description", "楼下太吵，请处理一下");
    var filing =
        new Filing(
            "appeal",
            item,
            "楼下太吵",
            any(PLACES),
            any(List.of("online", "phone")),
            person,
            facts,
            null,
            staff(Role.CLERK, "dispatch-centre"));
    if (intake.file(filing) instanceof Filed.Taken(var file)) {
      matters.add(file.identity().id());
    }
  }

  private void join() {
    if (matters.size() > 1) {
      joining.join(any(matters), any(matters), staff(Role.DISPATCHER, "dispatch-centre"), "同一件事");
    }
  }

  private void act() {
    if (matters.isEmpty()) {
      return;
    }
    // those of late get on, and the old ones are met again now and then
    int since = random.nextInt(5) == 0 ? 0 : Math.max(0, matters.size() - 6);
    var id = any(matters.subList(since, matters.size()));
    var file = cases.find(id).orElseThrow();
    var actors = new ArrayList<Actor>();
    List.of(Role.DISPATCHER, Role.LEADER, Role.CALLER)
        .forEach(role -> actors.add(staff(role, "dispatch-centre")));
    actors.add(staff(Role.HANDLER, file.unit()));
    actors.add(Actor.applicant(file.subject().applicant(), ""));
    var able = actors.stream().filter(one -> !cases.acts(id, one).isEmpty()).toList();
    if (able.isEmpty()) {
      return;
    }
    var actor = any(able);
    var acts = cases.acts(id, actor);
    var act = any(acts).id();
    boolean giveUp = act.equals("withdraw") || act.equals("redirect") || act.equals("return");
    if (!giveUp || random.nextInt(8) == 0) {
      cases.perform(List.of(new Act(id, act, actor, null, "因为如此", facts(act), null)));
    }
  }

  /** One whom three calls did not reach: chance seldom goes that way. */
  void unreached() {
    raise();
    var desk = staff(Role.DISPATCHER, "dispatch-centre");
    does("accept", desk);
    does("dispatch", desk);
    does("answer", staff(Role.HANDLER, cases.find(matters.getLast()).orElseThrow().unit()));
    clock.move(Duration.ofDays(20)); // the last day may be one of a long holiday
    work.ringAlarms();
    for (int i = 0; i < 3; i++) {
      does("call-unreached", staff(Role.CALLER, "callback-centre"));
    }
    does("close-unreached", staff(Role.CALLER, "callback-centre"));
    work.follow();
  }

  private void does(String act, Actor actor) {
    var made = new Act(matters.getLast(), act, actor, null, "因为如此", facts(act), null);
    if (cases.perform(List.of(made)).getFirst() instanceof Decision.Refused refused) {
      throw new AssertionError(act + ": " + refused);
    }
  }

  private ObjectNode facts(String act) {
    var json =
        switch (act) {
          case "dispatch" -> "{\"unit\": \"" + any(UNITS) + "\"}";
          case "redirect" -> "{\"route\": \"请向仲裁机构申请\"}";
          case "return" -> "{\"clause\": \"不属本单位职责\"}";
          case "ask-extension" -> "{\"extensionReason\": \"需要更多时间\"}";
          case "answer" -> "{\"reply\": \"已经处理完毕，请您核实情况。\"}";
          case "confirm", "call-back", "rate" ->
              random.nextInt(3) == 0 ? "{}" : "{\"rating\": " + (1 + random.nextInt(5)) + "}";
          default -> "{}";
        };
    return (ObjectNode) JsonMapper.shared().readTree(json);
  }
}
