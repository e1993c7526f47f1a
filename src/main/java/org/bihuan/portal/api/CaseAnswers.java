package org.bihuan.portal.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.people.People;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.ClockRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what belongs to a matter's answer; people are masked always. */
@Component
final class CaseAnswers {

  private static final String UNKNOWN = "—";
  private static final String CONFIDENTIAL = "保密";
  private static final String ANONYMOUS = "匿名";

  private final Cases cases;
  private final People people;
  private final Staff staff;
  private final Calendars calendars;
  private final Reading reading;
  private final Clock clock;

  CaseAnswers(
      Cases cases, People people, Staff staff, Calendars calendars, Reading reading, Clock clock) {
    this.reading = reading;
    this.cases = cases;
    this.people = people;
    this.staff = staff;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Everything the caller may read and do. */
  CaseAnswer whole(CaseView file, Actor actor) {
    var id = file.identity().id();
    var raiser = raiser(file, actor);
    return new CaseAnswer(
        file.anonymous() ? CaseAnswer.Identity.withoutCode(file) : CaseAnswer.Identity.of(file),
        CaseAnswer.Standing.of(file, cases.procedure(file)),
        subject(file, raiser),
        clocks(file),
        entries(file, raiser),
        cases.acts(id, actor).stream().map(CaseAnswer.PossibleAct::of).toList());
  }

  /** What one who has just opened a matter wants to know; nothing more is read for it. */
  CaseAnswer.Opened opened(CaseView file) {
    return new CaseAnswer.Opened(
        CaseAnswer.Identity.of(file),
        CaseAnswer.Standing.of(file, cases.procedure(file)),
        clocks(file));
  }

  /** How a run of a clock was counted. */
  DaysAnswer explained(CaseView file, ClockRun run) {
    return DaysAnswer.of(run, reader(file));
  }

  ClockAnswer.Reader reader(CaseView file) {
    return new ClockAnswer.Reader(cases.procedure(file), calendars.current(), clock.instant());
  }

  private List<ClockAnswer> clocks(CaseView file) {
    var reader = reader(file);
    return file.clocks().stream().map(reader::read).toList();
  }

  /** Who raised a matter, as the caller may know it. */
  private record Raiser(String name, String phone) {}

  private Raiser raiser(CaseView file, Actor actor) {
    if (file.anonymous()) {
      return new Raiser(ANONYMOUS, UNKNOWN);
    }
    if (!reading.names(actor, file)) {
      return new Raiser(CONFIDENTIAL, UNKNOWN);
    }
    return people
        .find(file.subject().applicant())
        .map(person -> new Raiser(person.maskedName(), person.maskedPhone()))
        .orElse(new Raiser(UNKNOWN, UNKNOWN));
  }

  private CaseAnswer.Subject subject(CaseView file, Raiser raiser) {
    var subject = file.subject();
    var applicant = new CaseAnswer.Applicant(subject.applicant(), raiser.name(), raiser.phone());
    var children = cases.children(file.identity().id()).stream().map(CaseAnswers::number).toList();
    return new CaseAnswer.Subject(
        subject.title(),
        subject.area(),
        applicant,
        subject.channel(),
        above(subject.parent()),
        children,
        subject.level(),
        file.facts());
  }

  private @Nullable String above(@Nullable UUID parent) {
    return parent == null
        ? null
        : cases.find(new CaseId(parent)).map(CaseAnswers::number).orElse(null);
  }

  private static String number(CaseView file) {
    return file.identity().number().value();
  }

  private List<EntryAnswer> entries(CaseView file, Raiser raiser) {
    var rows = cases.entries(file.identity().id());
    var names = names(rows.stream().map(row -> row.entry().actor()).collect(Collectors.toSet()));
    names.put(file.subject().applicant(), raiser.name());
    return rows.stream()
        .filter(row -> row.entry().version() <= file.version())
        .map(row -> EntryAnswer.of(row, id -> names.getOrDefault(id, UNKNOWN)))
        .toList();
  }

  private Map<UUID, String> names(java.util.Set<UUID> ids) {
    var names = new java.util.HashMap<>(staff.names(ids));
    names.put(Actor.CLOCK.id(), Actor.CLOCK.name());
    return names;
  }
}
