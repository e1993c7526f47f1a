package org.bihuan.loop.twins;

import java.util.List;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Appeals raised and moved as people do, each by somebody else. */
final class TwinFixtures {

  static final String STREET = "140213054";
  static final Actor DISPATCHER = staff(Role.DISPATCHER, "dispatch-centre");
  static final Actor HANDLER = staff(Role.HANDLER, "city-management");

  static final Actor APPROVER = staff(Role.APPROVER, "city-management");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Intake intake;
  private final Cases cases;

  TwinFixtures(Intake intake, Cases cases) {
    this.intake = intake;
    this.cases = cases;
  }

  static Actor staff(Role role, String unit) {
    return new Actor(UUID.randomUUID(), role.code(), Set.of(role), unit);
  }

  /** An address nobody else in the tests has. */
  static String place() {
    return "第" + COUNT.incrementAndGet() + "小区";
  }

  static int building() {
    return COUNT.incrementAndGet();
  }

  /** The follower as it was joined. */
  static CaseView done(Joined joined) {
    return switch (joined) {
      case Joined.Done(var file, _) -> file;
      case Joined.Refused(var refusal) -> throw new AssertionError(refusal);
    };
  }

  /** Why nothing was joined. */
  static TwinRefusal refusal(Joined joined) {
    return switch (joined) {
      case Joined.Refused(var refusal) -> refusal;
      case Joined.Done done -> throw new AssertionError(done);
    };
  }

  CaseView raised(String text) {
    return raised("street-lamp", text);
  }

  CaseView raised(String item, String text) {
    int n = COUNT.incrementAndGet();
    var person = new ApplicantForm("李四", "137%08d".formatted(n), null, null, null);
    var facts = JsonNodeFactory.instance.objectNode().put("description", text + "。请处理");
    var filing = new Filing("appeal", item, text, STREET, "online", person, facts, null, null);
    return switch (intake.file(filing)) {
      case Filed.Taken(var file) -> file;
      case Filed.Faulty(var errors) -> throw new AssertionError(errors);
      case Filed.Refused(var refusal) -> throw new AssertionError(refusal);
    };
  }

  CaseView act(CaseView file, String act, Actor actor, String facts) {
    var json = (ObjectNode) JsonMapper.shared().readTree(facts);
    var note = "因为如此";
    var made = new Act(file.identity().id(), act, actor, null, note, json, null);
    return switch (cases.perform(List.of(made)).getFirst()) {
      case Decision.Accepted(var moved) -> moved;
      case Decision.Refused refused -> throw new AssertionError(act + ": " + refused);
    };
  }

  CaseView working(CaseView file) {
    act(file, "accept", DISPATCHER, "{}");
    return act(file, "dispatch", DISPATCHER, "{\"unit\": \"city-management\"}");
  }

  CaseView answered(CaseView file) {
    return act(file, "answer", HANDLER, "{\"reply\": \"灯已经换好，今晚就亮，请您看看。\", \"solved\": true}");
  }

  CaseView now(CaseView file) {
    return now(file.identity().id());
  }

  CaseView now(CaseId id) {
    return cases.find(id).orElseThrow();
  }
}
