package org.bihuan.services.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

/** A station of each test's own, in the one whole application that tests share. */
@TestApp
class StationScene {

  static final Actor KEEPER =
      new Actor(UUID.randomUUID(), "管理员", Set.of(Role.HANDLER), "street-051");

  @Autowired Stations stations;
  @Autowired Supplies supplies;
  @Autowired Troubles troubles;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @Autowired TestWork work;
  @Autowired TestingClock clock;

  Station station = StationFixtures.saying(Station.State.OPEN, null, null);

  /** A station of this test alone. */
  @BeforeEach
  void begins() {
    work.begin();
    var values = new LinkedHashMap<String, List<String>>();
    Map.of(
            "code", "t" + UUID.randomUUID().toString().substring(0, 8),
            "name.zh", "测试驿站",
            "kind", "street",
            "area", "140213051",
            "address.zh", "某街一号",
            "way.zh", "直走",
            "point", "40.09,113.29",
            "phone", "0352-5550101",
            "unit", "street-051",
            "week.1", "07:00-21:00")
        .forEach((name, value) -> values.put(name, List.of(value)));
    values.put("facilities", List.of("water", "first-aid"));
    station = done(stations.add(Typed.of(values), KEEPER));
    keep("water", 24);
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  static String refused(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(var value) -> "done " + value;
      case Outcome.Refused<?>(var errors) ->
          errors.stream().map(FieldError::code).findFirst().orElse("");
    };
  }

  static Typed typed(String... pairs) {
    var values = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], List.of(pairs[i + 1]));
    }
    return Typed.of(values);
  }

  void keep(String supply, int low) {
    done(supplies.keep(station, typed("supply", supply, "low", "" + low), KEEPER));
  }

  Outcome<Movement> move(String kind, int amount) {
    return supplies.move(
        station,
        typed(
            "supply",
            "water",
            "kind",
            kind,
            "amount",
            "" + amount,
            "position",
            "" + stock().position(),
            "reason",
            "试"),
        KEEPER);
  }

  Supplies.Stock stock() {
    return supplies.of(station).getFirst();
  }

  List<Trouble> open(Trouble.Kind kind) {
    return troubles.of(station).stream().filter(t -> t.open() && t.kind() == kind).toList();
  }

  void fix(Trouble trouble) {
    var facts = JsonNodeFactory.instance.objectNode().put("reply", "已经处理好了");
    var act = new Act(new CaseId(trouble.caseId()), "fix", KEEPER, null, null, facts, null);
    assertThat(cases.perform(List.of(act)).getFirst()).isInstanceOf(Decision.Accepted.class);
    work.follow();
  }
}
