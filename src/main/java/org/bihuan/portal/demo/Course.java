package org.bihuan.portal.demo;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.ClockRun;
import org.jspecify.annotations.Nullable;

/** How far one story has been told. */
final class Course {

  private final Story story;
  private final WorkCalendar calendar;
  private int told;
  private @Nullable Instant next;
  private @Nullable CaseView file;

  Course(Story story, Instant today, WorkCalendar calendar) {
    this.story = story;
    this.calendar = calendar;
    this.next = story.at().from(today, calendar);
  }

  Story story() {
    return story;
  }

  /** The matter; there is one once the story has begun. */
  CaseView file() {
    return Objects.requireNonNull(file, story.id());
  }

  boolean begun() {
    return file != null;
  }

  /** The act to be done next. */
  Story.Step step() {
    return story.acts().get(told);
  }

  /** When something happens next, by people or by a clock; absent once nothing will. */
  @Nullable Instant moment() {
    return Stream.of(next, alarm())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** When the first clock of the matter runs out; absent if none counts. */
  @Nullable Instant alarm() {
    return file == null
        ? null
        : file.clocks().stream()
            .filter(ClockRun::armed)
            .map(run -> run.due().at())
            .min(Instant::compareTo)
            .orElse(null);
  }

  /** The story began. */
  void begins(CaseView opened, Instant at) {
    file = opened;
    prepare(at);
  }

  /** The next act was done. */
  void moves(CaseView after, Instant at) {
    told++;
    file = after;
    prepare(at);
  }

  /** A clock moved the matter. */
  void rings(CaseView after, Instant at) {
    file = after;
    if (next == null) {
      prepare(at);
    }
  }

  private void prepare(Instant at) {
    boolean over = told >= story.acts().size();
    boolean waiting = !over && step().awaits() != null && !file().state().equals(step().awaits());
    next = over || waiting ? null : step().after().from(at, calendar);
  }
}
