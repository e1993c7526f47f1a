package org.bihuan.portal.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Person;
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

  private final Cases cases;
  private final People people;
  private final Staff staff;
  private final Calendars calendars;
  private final Clock clock;

  CaseAnswers(Cases cases, People people, Staff staff, Calendars calendars, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.staff = staff;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Everything the caller may read and do. */
  CaseAnswer whole(CaseView file, Actor actor) {
    var id = file.identity().id();
    var person = people.find(file.subject().applicant());
    return new CaseAnswer(
        CaseAnswer.Identity.of(file),
        CaseAnswer.Standing.of(file, cases.procedure(file)),
        subject(file, person),
        clocks(file),
        entries(file, person),
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

  private CaseAnswer.Subject subject(CaseView file, Optional<Person> person) {
    var subject = file.subject();
    var applicant =
        new CaseAnswer.Applicant(
            subject.applicant(),
            person.map(Person::maskedName).orElse(UNKNOWN),
            person.map(Person::maskedPhone).orElse(UNKNOWN));
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

  private List<EntryAnswer> entries(CaseView file, Optional<Person> person) {
    var rows = cases.entries(file.identity().id());
    var names = names(rows.stream().map(row -> row.entry().actor()).collect(Collectors.toSet()));
    person.ifPresent(p -> names.put(p.id(), p.maskedName()));
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
