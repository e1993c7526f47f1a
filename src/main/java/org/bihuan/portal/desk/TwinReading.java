package org.bihuan.portal.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.foundation.people.Lookups;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.twins.Suggestion;
import org.bihuan.loop.twins.Suggestions;
import org.bihuan.loop.twins.TwinLink;
import org.bihuan.loop.twins.Twins;
import org.springframework.stereotype.Component;

/** Reads what is likely the same, what is handled together, and what earlier matters speak for. */
@Component
final class TwinReading {

  private static final int MOST = 50;

  private final Twins twins;
  private final Suggestions suggestions;
  private final Cases cases;
  private final SheetReading sheets;
  private final Naming naming;
  private final Lookups lookups;

  TwinReading(
      Twins twins,
      Suggestions suggestions,
      Cases cases,
      SheetReading sheets,
      Naming naming,
      Lookups lookups) {
    this.twins = twins;
    this.suggestions = suggestions;
    this.cases = cases;
    this.sheets = sheets;
    this.naming = naming;
    this.lookups = lookups;
  }

  /** Of a matter that is on file. */
  TwinSheet of(CaseView file) {
    var id = file.identity().id();
    var own = Set.of(file.subject().applicant());
    var behind = twins.behind(id).map(b -> line(b.link(), b.main())).orElse(null);
    return new TwinSheet(
        rows(twins.of(file), own),
        behind,
        followers(id),
        proposals(suggestions.of(file).items(), sheets::itemTitle),
        proposals(suggestions.of(file).units(), naming::unit));
  }

  /** Of what is being taken in, by what was typed. */
  TwinSheet of(String procedure, String told, String area, String phone) {
    var suggested = suggestions.of(procedure, told, area);
    var digits = phone.replaceAll("\\D", "");
    var own = Set.copyOf(lookups.people(Lookups.Clue.PHONE, digits, 20));
    return new TwinSheet(
        rows(twins.likely(procedure, told, area), own),
        null,
        List.of(),
        proposals(suggested.items(), sheets::itemTitle),
        proposals(suggested.units(), naming::unit));
  }

  private List<TwinSheet.Row> rows(List<Twins.Twin> likely, Set<UUID> own) {
    return likely.stream().map(twin -> row(twin, own)).toList();
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

  private List<TwinSheet.Line> followers(CaseId main) {
    var links = twins.followers(main, MOST);
    Map<CaseId, CaseView> files = cases.find(links.stream().map(TwinLink::follower).toList());
    return links.stream()
        .filter(link -> files.containsKey(link.follower()))
        .map(link -> line(link, Objects.requireNonNull(files.get(link.follower()))))
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
      List<Suggestion> suggested, Function<String, Text> name) {
    return suggested.stream()
        .map(
            one ->
                new TwinSheet.Proposal(
                    name.apply(one.value()), one.percent(), examples(one.closest())))
        .toList();
  }

  private List<TwinSheet.Example> examples(List<CaseId> closest) {
    var files = cases.find(closest);
    return closest.stream()
        .flatMap(id -> Optional.ofNullable(files.get(id)).stream())
        .map(f -> new TwinSheet.Example(f.identity().number().value(), f.subject().title()))
        .toList();
  }
}
