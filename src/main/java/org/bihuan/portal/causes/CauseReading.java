package org.bihuan.portal.causes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.insight.rates.Figures;
import org.bihuan.insight.rates.Rates;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.procedures.ShownFact;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.naming.Naming;
import org.bihuan.services.causes.Cause;
import org.bihuan.services.causes.CauseLink;
import org.bihuan.services.causes.Causes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads root causes with the words for their codes. */
@Component
final class CauseReading {

  /** The name of the page of a matter in the policy: who may open it sees it in a list. */
  static final String MATTER = "GET /desk/cases/{number}";

  private static final int MOST = 500;
  private static final List<String> ANSWERS =
      List.of("measure", "responsible", "term", "result", "mechanism", "checked", "seen");

  private final Causes causes;
  private final Counting counting;
  private final Cases cases;
  private final Procedures procedures;
  private final Naming naming;
  private final Sights sights;

  CauseReading(
      Causes causes,
      Counting counting,
      Cases cases,
      Procedures procedures,
      Naming naming,
      Sights sights) {
    this.causes = causes;
    this.counting = counting;
    this.cases = cases;
    this.procedures = procedures;
    this.naming = naming;
    this.sights = sights;
  }

  /** Counts whether a cause has come back. */
  @Component
  record Counting(Rates rates, Figures figures, Clock clock) {

    CauseSheet.Count of(Cause cause, CaseView put) {
      var days = Duration.ofDays(figures.againDays());
      var now = clock.instant();
      var closed = put.state().equals("closed") ? put.times().closedAt() : null;
      var end = closed == null ? now : closed;
      var before = rates.raised(cause.items(), cause.area(), end.minus(days), end);
      return new CauseSheet.Count(
          figures.againDays(), before, closed == null ? null : since(cause, closed, days));
    }

    private long since(Cause cause, Instant closed, Duration days) {
      return rates.raised(cause.items(), cause.area(), closed, closed.plus(days));
    }
  }

  Optional<CauseSheet> read(UUID id, Actor actor) {
    return causes.find(id).flatMap(cause -> put(cause).map(file -> sheet(cause, file, actor)));
  }

  private Optional<CaseView> put(Cause cause) {
    return cases.find(cause.rectification());
  }

  private CauseSheet sheet(Cause cause, CaseView file, Actor actor) {
    var links = causes.links(cause.id(), MOST);
    Map<CaseId, CaseView> shown =
        sights
            .shown(MATTER, links.stream().map(CauseLink::matter).distinct().toList(), actor)
            .stream()
            .collect(Collectors.toMap(one -> one.identity().id(), Function.identity()));
    return new CauseSheet(
        cause,
        items(cause),
        naming.area(cause.area()),
        put(file),
        counting.of(cause, file),
        links.stream().map(link -> line(link, shown.get(link.matter()))).toList());
  }

  private List<Text> items(Cause cause) {
    return cause.items().stream()
        .map(code -> procedures.item(code).map(Item::title).orElse(new Text(code, code)))
        .toList();
  }

  private CauseSheet.Put put(CaseView file) {
    var procedure = cases.procedure(file);
    var answers =
        ShownFact.of(procedure, null, file.facts()).stream()
            .filter(fact -> ANSWERS.contains(fact.name()))
            .toList();
    return new CauseSheet.Put(
        file.identity().number().value(),
        state(file),
        kind(file),
        naming.unit(file.unit()),
        file.times().dueAt(),
        answers,
        file.state().equals("closed") ? file.times().closedAt() : null);
  }

  private Text state(CaseView file) {
    var state = cases.procedure(file).states().get(file.state());
    return state == null ? new Text(file.state(), file.state()) : state.title();
  }

  private static String kind(CaseView file) {
    var owner = file.owner();
    if (owner == null) {
      return "done";
    }
    return owner == Role.LEADER ? "late" : "busy";
  }

  private CauseSheet.Line line(CauseLink link, @Nullable CaseView file) {
    var ended = link.ended();
    return new CauseSheet.Line(
        file == null ? null : file.identity().number().value(),
        file == null ? null : file.subject().title(),
        file == null ? null : state(file),
        file == null ? "busy" : kind(file),
        link.why(),
        link.madeAt(),
        ended == null ? null : ended.why());
  }

  /** A page of causes, the newest first. */
  List<CauseSheet.Row> rows(UUID after, int limit) {
    var found = causes.all(after, limit);
    var files = cases.find(found.stream().map(Cause::rectification).toList());
    var linked = causes.linked(found.stream().map(Cause::id).toList());
    return found.stream()
        .filter(cause -> files.containsKey(cause.rectification()))
        .map(cause -> row(cause, files, linked))
        .toList();
  }

  private CauseSheet.Row row(Cause cause, Map<CaseId, CaseView> files, Map<UUID, Integer> linked) {
    var file = Objects.requireNonNull(files.get(cause.rectification()));
    return new CauseSheet.Row(
        cause,
        items(cause),
        naming.area(cause.area()),
        put(file),
        linked.getOrDefault(cause.id(), 0));
  }
}
