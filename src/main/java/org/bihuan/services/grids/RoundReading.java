package org.bihuan.services.grids;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.services.grids.RecordSheet.FileLine;
import org.bihuan.services.grids.RecordSheet.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads records with the words for their codes and what became of their matters. */
@Component
class RoundReading {

  /** How far ahead somebody looks on the morning. */
  private static final int DAYS_AHEAD = 7;

  private final Names names;
  private final Records records;
  private final Posts posts;
  private final Cases cases;
  private final Evidence evidence;
  private final Clock clock;

  RoundReading(
      Names names, Records records, Posts posts, Cases cases, Evidence evidence, Clock clock) {
    this.names = names;
    this.records = records;
    this.posts = posts;
    this.cases = cases;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** The words for codes and ids. */
  @Component
  static class Names {

    private final MatterList matters;
    private final Places places;
    private final Units units;
    private final Staff staff;

    Names(MatterList matters, Places places, Units units, Staff staff) {
      this.matters = matters;
      this.places = places;
      this.units = units;
      this.staff = staff;
    }

    Text matter(String code) {
      return matters.find(code).map(MatterList.Matter::title).orElse(new Text(code, code));
    }

    Text grid(String code) {
      return places.find(code).map(Area::name).orElse(new Text(code, code));
    }

    Text unit(String code) {
      return units.find(code).map(unit -> unit.name()).orElse(new Text(code, code));
    }

    Map<UUID, String> staff(List<UUID> ids) {
      return staff.names(ids);
    }
  }

  List<Round.Own> grids(Actor actor) {
    return posts.of(actor).stream()
        .map(post -> new Round.Own(post.grid(), names.grid(post.grid())))
        .toList();
  }

  Round of(Actor actor) {
    var own = grids(actor);
    var codes = own.stream().map(Round.Own::code).toList();
    var until = ChinaTime.day(clock.instant()).plusDays(DAYS_AHEAD);
    var due = lines(records.due(codes, until));
    var waiting =
        lines(records.passed(actor)).stream()
            .filter(line -> line.file() != null && !line.file().over())
            .sorted(
                Comparator.comparing((Line line) -> !Objects.requireNonNull(line.file()).asks()))
            .toList();
    var shown = new HashSet<UUID>();
    due.forEach(line -> shown.add(line.id()));
    waiting.forEach(line -> shown.add(line.id()));
    var latest =
        lines(records.latest(codes)).stream()
            .filter(line -> !shown.contains(line.id()))
            .limit(10)
            .toList();
    return new Round(actor.id(), own, due, waiting, latest);
  }

  RecordSheet sheet(RecordHistory history) {
    var file = history.file();
    var people =
        names.staff(
            Stream.concat(
                    Stream.of(file.worker()),
                    history.versions().stream().map(RecordSql.Version::by))
                .distinct()
                .toList());
    var edits =
        history.versions().stream()
            .map(
                one ->
                    new RecordSheet.Edit(
                        one.version(), people.getOrDefault(one.by(), ""), one.at()))
            .toList();
    return new RecordSheet(
        lines(List.of(file)).getFirst(),
        file.version(),
        file.fields(),
        people.getOrDefault(file.worker(), ""),
        file.at(),
        edits,
        history.clashes(),
        evidence.of(file.id()));
  }

  String name(UUID staff) {
    return names.staff(List.of(staff)).getOrDefault(staff, "");
  }

  private List<Line> lines(List<RecordFile> files) {
    var ids =
        files.stream()
            .flatMap(file -> Stream.ofNullable(file.caseId()))
            .map(CaseId::new)
            .collect(Collectors.toSet());
    var found = cases.find(ids);
    return files.stream().map(file -> line(file, found)).toList();
  }

  private Line line(RecordFile file, Map<CaseId, CaseView> found) {
    var about = file.field(RecordFields.WHO).isEmpty() ? RecordFields.PLACE : RecordFields.WHO;
    var again = file.again();
    var id = file.caseId();
    return new Line(
        file.id(),
        names.matter(file.matter()),
        names.grid(file.grid()),
        file.field(about),
        file.kind().code(),
        file.state().code(),
        again,
        again != null && again.isBefore(ChinaTime.day(clock.instant())),
        id == null ? null : fileLine(found.get(new CaseId(id))));
  }

  private @Nullable FileLine fileLine(@Nullable CaseView file) {
    if (file == null) {
      return null;
    }
    var state = cases.procedure(file).states().get(file.state());
    var plain = state == null ? null : state.plain();
    return new FileLine(
        file.identity().number().value(),
        plain == null ? new Text(file.state(), file.state()) : plain,
        names.unit(file.unit()),
        file.times().dueAt(),
        file.owner() == Role.APPLICANT,
        file.owner() == null);
  }
}
