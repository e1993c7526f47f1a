package org.bihuan.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import tools.jackson.databind.node.JsonNodeFactory;

/** The matters behind the pages, and the staff that moves them meanwhile. */
record Matters(Cases cases, Cast cast) {

  private static final String ANSWER = "路灯已修好，当晚已恢复照明，请您核实。";

  CaseView file(String code) {
    return cases.find(CaseCode.parse(code).orElseThrow()).orElseThrow();
  }

  String state(String number) {
    return cases.find(CaseNumber.parse(number).orElseThrow()).orElseThrow().state();
  }

  /** The staff takes the matter in, hands it on and answers it. */
  void answer(String code) {
    act(code, "accept", "dispatcher", Map.of());
    act(code, "dispatch", "dispatcher", Map.of("unit", "city-management"));
    act(code, "answer", "handler.city-management", Map.of("reply", ANSWER));
  }

  private void act(String code, String name, String login, Map<String, String> facts) {
    var given = JsonNodeFactory.instance.objectNode();
    facts.forEach(given::put);
    var actor = cast.troupe().actor(login);
    var act = new Act(file(code).identity().id(), name, actor, null, null, given, null);
    assertThat(cases.perform(List.of(act)).getFirst()).isInstanceOf(Decision.Accepted.class);
  }
}
