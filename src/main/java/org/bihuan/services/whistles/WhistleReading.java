package org.bihuan.services.whistles;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.ClockRun;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ClockRule;
import org.bihuan.loop.procedures.Field;
import org.bihuan.loop.procedures.ShownFact;
import org.bihuan.loop.procedures.StateRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads whistles and calls with the words for their codes. */
@Component
final class WhistleReading {

  /** What stands in the head of the page already, or is the same for all. */
  private static final Set<String> HEADED =
      Set.of("kind", "street", "unit", "lead", "task", "place", "position");

  /** What has a page of its own or a button. */
  private static final Set<String> PAGED = Set.of("report", "close", "cancel");

  private final Cases cases;
  private final Whistles whistles;
  private final Arrivals arrivals;
  private final Units units;
  private final Clock clock;

  WhistleReading(Cases cases, Whistles whistles, Arrivals arrivals, Units units, Clock clock) {
    this.cases = cases;
    this.whistles = whistles;
    this.arrivals = arrivals;
    this.units = units;
    this.clock = clock;
  }

  /** The whistle a matter is or belongs to; empty if it is neither. */
  Optional<CaseView> whistle(CaseView file) {
    var procedure = file.identity().procedure();
    if (procedure.equals(Whistles.WHISTLE)) {
      return Optional.of(file);
    }
    var parent = file.subject().parent();
    return procedure.equals(Whistles.CALL) && parent != null
        ? cases.find(new CaseId(parent))
        : Optional.empty();
  }

  WhistleSheet sheet(CaseView whistle, Actor actor) {
    var acts = cases.acts(whistle.identity().id(), actor);
    var names = acts.stream().map(ActRule::id).toList();
    var may =
        new WhistleSheet.May(
            names.contains("report"),
            names.contains("close"),
            withdraws(whistle, actor),
            acts.stream().filter(act -> !PAGED.contains(act.id())).toList());
    return new WhistleSheet(
        head(whistle),
        facts(whistle, Set.of("kind", "street", "unit")),
        above(whistle),
        whistles.calls(whistle).stream().map(call -> line(call, actor)).toList(),
        may);
  }

  /** Asked of the street, although calls are still open: they are called off with it. */
  private boolean withdraws(CaseView whistle, Actor actor) {
    var rule = cases.procedure(whistle).acts().get("cancel");
    return rule != null
        && rule.from().contains(whistle.state())
        && arrivals.ofStreet(whistle, actor);
  }

  private WhistleSheet.@Nullable Relative above(CaseView whistle) {
    var parent = whistle.subject().parent();
    return parent == null
        ? null
        : cases
            .find(new CaseId(parent))
            .map(f -> new WhistleSheet.Relative(f.identity().number().value(), f.subject().title()))
            .orElse(null);
  }

  WhistleSheet.CallLine line(CaseView call, Actor actor) {
    boolean awaited = arrivals.awaited(call);
    boolean missed = call.hands().values().stream().anyMatch(h -> h.contains("arrival-overdue"));
    return new WhistleSheet.CallLine(
        call.facts().path("unit").asString(""),
        head(call),
        Whistles.leads(call),
        facts(call, HEADED),
        limits(call),
        arrivals.acts(call, actor),
        missed,
        awaited && arrivals.ofStreet(call, actor),
        awaited && actor.is(Role.HANDLER) && call.unit().equals(actor.unit()));
  }

  WhistleSheet.Head head(CaseView file) {
    var kind = file.facts().path("kind").asString("");
    return new WhistleSheet.Head(
        file.identity().number().value(),
        file.subject().title(),
        state(file),
        mark(file),
        kinds(file).getOrDefault(kind, new Text("-", "-")),
        unit(file.facts().path("street").asString("-")),
        unit(file.facts().path("unit").asString("-")),
        file.times().dueAt());
  }

  private Text state(CaseView file) {
    return Optional.ofNullable(cases.procedure(file).states().get(file.state()))
        .map(StateRule::title)
        .orElseGet(() -> new Text(file.state(), file.state()));
  }

  private static String mark(CaseView file) {
    var owner = file.owner();
    return owner == null ? "done" : owner == Role.LEADER ? "late" : "busy";
  }

  private Map<String, Text> kinds(CaseView file) {
    return kinds(cases.procedure(file).form().path("properties").path("kind"));
  }

  /** The words of a choice by its values. */
  static Map<String, Text> kinds(tools.jackson.databind.JsonNode property) {
    var words = new java.util.LinkedHashMap<String, Text>();
    property
        .path("x-labels")
        .properties()
        .forEach(
            e ->
                words.put(
                    e.getKey(),
                    new Text(
                        e.getValue().path("zh").asString(e.getKey()),
                        e.getValue().path("en").asString(e.getKey()))));
    return words;
  }

  Text unit(String code) {
    return units.find(code).map(WorkUnit::name).orElse(new Text(code, code));
  }

  private List<ShownFact> facts(CaseView file, Set<String> without) {
    return ShownFact.of(cases.procedure(file), null, file.facts()).stream()
        .filter(fact -> !without.contains(fact.name()))
        .map(f -> f.kind() == Field.Kind.UNIT ? f.saying(unit(f.value().zh())) : f)
        .toList();
  }

  private List<WhistleSheet.LimitLine> limits(CaseView file) {
    var clocks = cases.procedure(file).clocks();
    var lines = new ArrayList<WhistleSheet.LimitLine>();
    for (var run : file.clocks()) {
      var rule = clocks.get(run.clock());
      if (rule != null && run.status() != ClockRun.Status.ENDED) {
        lines.add(limit(rule, run));
      }
    }
    return lines;
  }

  private WhistleSheet.LimitLine limit(ClockRule rule, ClockRun run) {
    var due = run.due().at();
    return new WhistleSheet.LimitLine(rule.title(), due, !clock.instant().isBefore(due));
  }

  /** What the departments did, for the lead to gather from. */
  String gathered(CaseView whistle) {
    var lines = new ArrayList<String>();
    for (var call : whistles.calls(whistle)) {
      var done = call.facts().path("done").asString("");
      if (!done.isBlank()) {
        lines.add(unit(call.facts().path("unit").asString("")).zh() + "：" + done);
      }
    }
    return String.join("\n", lines);
  }
}
