package bihuan.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.routing.DutyList;
import org.bihuan.loop.twins.Joining;
import org.bihuan.loop.twins.Twins;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** Everybody who works at the hotline: each sitting they do some of what waits for them. */
final class Office {

  private static final String OPEN =
      """
      select f.id, f.state, f.unit, f.handler, f.applicant, f.item, f.area,
             coalesce((f.facts ->> 'anonymous')::boolean, false) as anonymous,
             exists (select 1 from cases.case_entry e
                      where e.district = f.district and e.case_id = f.id and e.act = 'rule') as ruled
        from cases.case_file f where f.closed_at is null order by f.id
      """;

  private static final String WRONG_UNIT = "human-resources";
  private static final int BATCH = 200;

  private final Place place;
  private final Cases cases;
  private final Twins twins;
  private final Joining joining;
  private final DutyList duties;
  private final Random random;
  private final Map<String, Actor> handlers = new HashMap<>();
  private final Actor dispatcher = actor("dispatch-centre", Role.DISPATCHER);
  private final Actor leader = actor("district-office", Role.LEADER);
  private final Actor caller = actor("callback-centre", Role.CALLER);
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int tempted;

  /** An open matter as a colleague sees it in the list. */
  record Open(
      CaseId id, String state, String unit, UUID applicant, String right, boolean nameless,
      boolean ruled, boolean claimed) {}

  Office(ApplicationContext house, Place place, long seed) {
    this.place = place;
    this.cases = house.getBean(Cases.class);
    this.twins = house.getBean(Twins.class);
    this.joining = house.getBean(Joining.class);
    this.duties = house.getBean(DutyList.class);
    this.random = new Random(seed + 1);
  }

  private static Actor actor(String unit, Role... roles) {
    return new Actor(UUID.randomUUID(), "试" + unit, Set.of(roles), unit);
  }

  /** Each unit has one who handles and, being short of people, also calls back. */
  private Actor handler(String unit) {
    return handlers.computeIfAbsent(unit, code -> actor(code, Role.HANDLER, Role.CALLER));
  }

  /** How often a handler tried to close what was their own. */
  int tempted() {
    return tempted;
  }

  List<Open> open() throws SQLException {
    var files = new ArrayList<Open>();
    try (var connection = place.root();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(OPEN)) {
      while (rows.next()) {
        files.add(open(rows));
      }
    }
    return files;
  }

  private Open open(ResultSet row) throws SQLException {
    var right = duties.unitFor("appeal", row.getString("item"), row.getString("area")).code();
    return new Open(
        new CaseId(row.getObject("id", UUID.class)),
        row.getString("state"),
        row.getString("unit"),
        row.getObject("applicant", UUID.class),
        right,
        row.getBoolean("anonymous"),
        row.getBoolean("ruled"),
        row.getObject("handler") != null);
  }

  /** Everybody does something about what waits; what somebody else moved meanwhile is refused. */
  void sit() throws SQLException {
    var acts = new ArrayList<Act>();
    for (var file : open()) {
      var act = next(file);
      if (act != null) {
        acts.add(act);
      }
    }
    perform(acts);
  }

  private Act next(Open file) {
    int luck = random.nextInt(100);
    return switch (file.state()) {
      case "received" -> luck < 80 ? received(file, luck) : null;
      case "accepted" -> luck < 80 ? dispatched(file, luck) : null;
      case "undispatched" -> act(file, "dispatch", leader, unit(file.right()), null);
      case "ruling" -> act(file, "rule", leader, unit(file.right()), "依派单目录裁定");
      case "working" -> luck < 60 ? worked(file, luck) : null;
      case "supervised" -> act(file, "answer", handler(file.unit()), reply(), null);
      case "unfounded-review" ->
          luck < 50
              ? act(file, "approve-unfounded", dispatcher, Matters.nothing(), "核实情况属实")
              : act(file, "send-back", dispatcher, Matters.nothing(), "请再到现场看看");
      case "callback" -> luck < 60 ? calledBack(file, luck) : null;
      case "checking" -> checked(file);
      case "uncalled" -> file.nameless() ? checked(file) : calledBack(file, 30);
      default -> null; // it waits for the person, or for the matter it goes with
    };
  }

  private Act received(Open file, int luck) {
    if (luck < 3) {
      var facts = Matters.nothing().put("ground", "legal-route").put("route", "区法律援助中心，电话12348");
      return act(file, "redirect", dispatcher, facts, "依法应走其他途径");
    }
    return act(file, "accept", dispatcher, Matters.nothing(), null);
  }

  /** The desk looks for twins first; now and then somebody sends it to the wrong unit. */
  private Act dispatched(Open file, int luck) {
    if (luck < 40 && joined(file)) {
      return null;
    }
    var to = luck < 75 ? file.right() : WRONG_UNIT;
    return act(file, "dispatch", dispatcher, unit(to), null);
  }

  private boolean joined(Open file) {
    var view = cases.find(file.id()).orElseThrow();
    var main =
        twins.of(view).stream()
            .filter(twin -> twin.leads() && twin.likeness().percent() >= 75)
            .findFirst();
    main.ifPresent(
        twin ->
            joining.join(file.id(), twin.file().identity().id(), dispatcher, "同一地点同一事项"));
    return main.isPresent();
  }

  private Act worked(Open file, int luck) {
    var handler = handler(file.unit());
    if (!file.unit().equals(file.right()) && !file.ruled()) {
      var facts = Matters.nothing().put("clause", "other-duty");
      return act(file, "return", handler, facts, "法定职责属于" + file.right());
    }
    if (!file.claimed()) {
      return act(file, "claim", handler, Matters.nothing(), null);
    }
    if (luck < 2) {
      var facts = Matters.nothing().put("unfounded", "not-so").put("finding", "三次到现场均未见所反映的情况");
      return act(file, "propose-unfounded", handler, facts, "请复核");
    }
    return act(file, "answer", handler, reply(), null);
  }

  /** First the handler tries it, who must be refused. */
  private Act calledBack(Open file, int luck) {
    if (luck < 24 && file.claimed()) {
      var own = act(file, "call-back", handler(file.unit()), said("解决了"), null);
      tempted++;
      perform(List.of(own));
      return null;
    }
    return switch (luck % 8) {
      case 0 -> act(file, "call-back-objection", caller, said("没有人来过"), null);
      case 1 -> act(file, "call-unreached", caller, Matters.nothing(), "无人接听");
      default -> act(file, "call-back", caller, said("解决了"), null);
    };
  }

  private Act checked(Open file) {
    var facts = Matters.nothing().put("checked", "到现场查看").put("seen", "已经处理完毕，现场干净");
    return act(file, "check", caller, facts, null);
  }

  private static Act act(Open file, String name, Actor actor, ObjectNode facts, String note) {
    return new Act(file.id(), name, actor, null, note, facts, null);
  }

  private static ObjectNode unit(String code) {
    return Matters.nothing().put("unit", code);
  }

  private static ObjectNode reply() {
    return Matters.nothing().put("reply", "已到现场处理完毕，感谢您的反映。").put("solved", true);
  }

  private static ObjectNode said(String words) {
    return Matters.nothing().put("asked", "问题是否解决").put("said", words);
  }

  /** Sets of acts, as a list on the desk sends them; what was refused is counted by name. */
  void perform(List<Act> acts) {
    for (int from = 0; from < acts.size(); from += BATCH) {
      cases.perform(acts.subList(from, Math.min(acts.size(), from + BATCH))).forEach(this::count);
    }
  }

  private void count(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      refusals.merge(refused.refusal().code(), 1, Integer::sum);
    }
  }

  /** How often an act was refused, by the refusal's name. */
  Map<String, Integer> refusals() {
    return refusals;
  }
}
