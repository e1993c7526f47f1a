package org.bihuan.services.whistles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whistles blown and answered as people do, each act by somebody of the unit concerned. */
final class WhistleFixtures {

  static final Actor STREET = staff(Role.HANDLER, "street-051");
  static final Actor OTHER_STREET = staff(Role.HANDLER, "street-054");
  static final Actor LEAD = staff(Role.HANDLER, "city-management");
  static final Actor HELPER = staff(Role.HANDLER, "traffic-police");
  static final Actor LEADER = staff(Role.LEADER, "district-office");
  static final Actor DISPATCHER = staff(Role.DISPATCHER, "dispatch-centre");
  static final String COMING =
      "{\"comer\":\"蒋海军\",\"comesAt\":\"半小时内\",\"spokeWith\":\"街道值班员\",\"measure\":\"先封控再查处\"}";
  static final String DONE = "{\"done\":\"已到现场清理并规范摊位\"}";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Whistles whistles;
  private final Cases cases;

  WhistleFixtures(Whistles whistles, Cases cases) {
    this.whistles = whistles;
    this.cases = cases;
  }

  static Actor staff(Role role, String unit) {
    return new Actor(UUID.randomUUID(), role.code(), Set.of(role), unit);
  }

  static Blowing blowing(String kind, @Nullable CaseView appeal, String... others) {
    var facts = Whistles.nothing();
    facts.put("kind", kind).put("matter", "夜市占道经营，油烟扰民，劝离后反复");
    facts.put("place", "鼓楼东街夜市").put("position", "40.091234,113.301234");
    facts.put("tried", "街道已劝离三次").put("street", "street-051").put("unit", "city-management");
    var reasons = Map.of("city-management", "市容秩序归城管");
    var id = new CaseId(UUID.randomUUID());
    return new Blowing(id, appeal, "夜市占道", facts, List.of(others), reasons);
  }

  CaseView blown(String kind) {
    return done(whistles.blow(blowing(kind, null, "traffic-police"), STREET));
  }

  static CaseView done(Blown blown) {
    return switch (blown) {
      case Blown.Done(var file) -> file;
      case Blown.Refused(var errors) -> throw new AssertionError(errors);
    };
  }

  /** The codes of what was wrong. */
  static List<String> wrong(Blown blown) {
    return switch (blown) {
      case Blown.Refused(var errors) -> errors.stream().map(e -> e.code()).toList();
      case Blown.Done done -> throw new AssertionError(done);
    };
  }

  CaseView call(CaseView whistle, Actor of) {
    return whistles.calls(whistle).stream()
        .filter(call -> call.facts().path("unit").asString("").equals(of.unit()))
        .findFirst()
        .orElseThrow();
  }

  Decision tries(CaseView file, String act, Actor actor, String facts) {
    var json = (ObjectNode) JsonMapper.shared().readTree(facts);
    var made = new Act(file.identity().id(), act, actor, null, "因为如此", json, null);
    return cases.perform(List.of(made)).getFirst();
  }

  CaseView act(CaseView file, String act, Actor actor, String facts) {
    return switch (tries(file, act, actor, facts)) {
      case Decision.Accepted(var moved) -> moved;
      case Decision.Refused refused -> throw new AssertionError(act + ": " + refused);
    };
  }

  /** Comes by the street's word and does its part. */
  CaseView finished(CaseView call, Actor of) {
    act(call, "confirm-arrival", STREET, "{}");
    return act(call, "finish", of, DONE);
  }

  CaseView now(CaseView file) {
    return cases.find(file.identity().id()).orElseThrow();
  }

  /** An appeal that the street works on. */
  CaseView appeal(Intake intake) {
    int n = COUNT.incrementAndGet();
    var person = new ApplicantForm("李四", "136%08d".formatted(n), null, null, null);
    var facts = Whistles.nothing().put("description", "夜市油烟扰民，请处理");
    var filing =
        new Filing("appeal", "noise", "夜市油烟", "140213051", "online", person, facts, null, null);
    return switch (intake.file(filing)) {
      case Filed.Taken(var file) -> {
        act(file, "accept", DISPATCHER, "{}");
        yield act(file, "dispatch", DISPATCHER, "{\"unit\":\"street-051\"}");
      }
      case Filed.Faulty(var errors) -> throw new AssertionError(errors);
      case Filed.Refused(var refusal) -> throw new AssertionError(refusal);
    };
  }
}
