package org.bihuan.portal.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.Lookups;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.Sights;
import org.bihuan.loop.twins.Suggestion;
import org.bihuan.loop.twins.Suggestions;
import org.bihuan.loop.twins.TwinLink;
import org.bihuan.loop.twins.Twins;
import org.bihuan.portal.naming.Naming;
import org.springframework.stereotype.Component;

/** Reads what is likely the same, what is handled together, and what earlier matters speak for. */
@Component
final class TwinReading {

  private static final int MOST = 50;

  private final Twins twins;
  private final Suggestions suggestions;
  private final SheetReading sheets;
  private final Naming naming;
  private final Lookups lookups;
  private final Sights sights;

  TwinReading(
      Twins twins,
      Suggestions suggestions,
      SheetReading sheets,
      Naming naming,
      Lookups lookups,
      Sights sights) {
    this.sights = sights;
    this.twins = twins;
    this.suggestions = suggestions;
    this.sheets = sheets;
    this.naming = naming;
    this.lookups = lookups;
  }

  /** Of a matter that is on file. */
  TwinSheet of(CaseView file, Actor actor) {
    var id = file.identity().id();
    var own = Set.of(file.subject().applicant());
    var behind =
        twins
            .behind(id)
            .filter(b -> shows(b.main(), actor))
            .map(b -> line(b.link(), b.main()))
            .orElse(null);
    // who is to be proposed is asked only while somebody is to be found
    var suggested =
        file.owner() == Role.DISPATCHER ? suggestions.of(file) : Suggestions.Suggested.NOTHING;
    return new TwinSheet(
        rows(twins.of(file), own, actor),
        behind,
        followers(id, actor),
        proposals(suggested.items(), sheets::itemTitle, actor),
        proposals(suggested.units(), naming::unit, actor));
  }

  /** Of what is being taken in, by what was typed. */
  TwinSheet of(Told typed, Actor actor) {
    var procedure = typed.procedure();
    var told = typed.told();
    var area = typed.area();
    var suggested = suggestions.of(procedure, told, area);
    var digits = typed.phone().replaceAll("\\D", "");
    var own = Set.copyOf(lookups.people(Lookups.Clue.PHONE, digits, 20));
    return new TwinSheet(
        rows(twins.likely(procedure, told, area), own, actor),
        null,
        List.of(),
        proposals(suggested.items(), sheets::itemTitle, actor),
        proposals(suggested.units(), naming::unit, actor));
  }

  /** What is being taken in, as typed. */
  record Told(String procedure, String told, String area, String phone) {}

  private boolean shows(CaseView file, Actor actor) {
    return sights.shows(DeskPages.ROUTE, actor, file);
  }

  private List<TwinSheet.Row> rows(List<Twins.Twin> likely, Set<UUID> own, Actor actor) {
    return likely.stream()
        .filter(twin -> shows(twin.file(), actor))
        .map(twin -> row(twin, own))
        .toList();
  }

  private TwinSheet.Row row(Twins.Twin twin, Set<UUID> own) {
    var file = twin.file();
    return new TwinSheet.Row(
        file.identity().id().value(),
        file.identity().number().value(),
        file.subject().title(),
        sheets.state(file, file.state()),
        naming.unit(file.unit()),
        naming.area(file.subject().area()),
        file.times().openedAt(),
        twin.likeness(),
        twin.reporters(),
        twin.leads(),
        own.contains(file.subject().applicant()));
  }

  private List<TwinSheet.Line> followers(CaseId main, Actor actor) {
    var links = twins.followers(main, MOST);
    var ids = links.stream().map(TwinLink::follower).toList();
    var files =
        sights.shown(DeskPages.ROUTE, ids, actor).stream()
            .collect(Collectors.toMap(file -> file.identity().id(), Function.identity()));
    return links.stream()
        .flatMap(
            link ->
                Optional.ofNullable(files.get(link.follower())).map(f -> line(link, f)).stream())
        .toList();
  }

  private TwinSheet.Line line(TwinLink link, CaseView other) {
    var end = link.end();
    return new TwinSheet.Line(
        other.identity().number().value(),
        other.subject().title(),
        sheets.state(other, other.state()),
        link.madeAt(),
        link.why(),
        link.score(),
        end == null ? null : end.how());
  }

  private List<TwinSheet.Proposal> proposals(
      List<Suggestion> suggested, Function<String, Text> name, Actor actor) {
    return suggested.stream()
        .map(
            one ->
                new TwinSheet.Proposal(
                    name.apply(one.value()), one.percent(), examples(one.closest(), actor)))
        .toList();
  }

  private List<TwinSheet.Example> examples(List<CaseId> closest, Actor actor) {
    return sights.shown(DeskPages.ROUTE, closest, actor).stream()
        .map(f -> new TwinSheet.Example(f.identity().number().value(), f.subject().title()))
        .toList();
  }
}
