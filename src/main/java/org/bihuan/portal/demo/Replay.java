package org.bihuan.portal.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.portal.demo.Cast.Troupe;
import org.bihuan.services.causes.Causes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells all stories at once, in the order in which things happened, through the same doors people
 * use; clocks run out when they did.
 */
final class Replay {

  private final Doors doors;
  private final Troupe troupe;
  private final Instant today;
  private final Map<String, Course> courses;

  Replay(Doors doors, Troupe troupe, List<Story> stories, Instant today) {
    this.doors = doors;
    this.troupe = troupe;
    this.today = today;
    var calendar = doors.calendars().current();
    this.courses =
        stories.stream()
            .map(story -> new Course(story, today, calendar))
            .collect(Collectors.toMap(c -> c.story().id(), c -> c));
  }

  /** Tells everything up to today; returns each story's matter by the story's id. */
  Map<String, CaseView> run() {
    for (var course = earliest(); course != null; course = earliest()) {
      var at = Objects.requireNonNull(course.moment());
      doors.clock().hold(at);
      if (at.equals(course.alarm())) {
        ring(at);
      } else if (course.begun()) {
        course.moves(perform(course), at);
      } else {
        course.begins(open(course.story()), at);
      }
    }
    return courses.values().stream()
        .filter(Course::begun)
        .collect(Collectors.toMap(c -> c.story().id(), Course::file));
  }

  private @Nullable Course earliest() {
    return courses.values().stream()
        .filter(c -> c.moment() != null && !Objects.requireNonNull(c.moment()).isAfter(today))
        .min(
            Comparator.comparing((Course c) -> Objects.requireNonNull(c.moment()))
                .thenComparing(c -> c.story().id()))
        .orElse(null);
  }

  /** Lets everything ring that is due, and looks at what became of it. */
  private void ring(Instant at) {
    if (doors.alarms().ring() == 0) {
      throw new IllegalStateException("an alarm of " + at + " does not ring");
    }
    for (var course : courses.values()) {
      var alarm = course.alarm();
      if (alarm != null && !alarm.isAfter(at)) {
        var id = course.file().identity().id();
        course.rings(doors.cases().find(id).orElseThrow(), at);
      }
    }
  }

  private CaseView open(Story story) {
    return story.root() == null ? file(story) : rooted(story, story.root());
  }

  /** A root cause opens its rectification and is linked to what came before. */
  private CaseView rooted(Story story, Story.Root root) {
    var matter = story.matter();
    var facts = matter.facts() == null ? nothing() : matter.facts();
    var problem = facts.path("problem").asString("");
    var unit = facts.path("unit").asString("");
    var draft =
        new Causes.Draft(matter.title(), problem, root.items(), matter.area(), unit, root.why());
    var files = root.cases().stream().map(id -> course(id).file()).toList();
    var outcome = doors.causes().begin(draft, files, troupe.actor(Role.DISPATCHER, ""));
    return switch (outcome) {
      case Causes.Outcome.Done(var cause, _) ->
          doors.cases().find(cause.rectification()).orElseThrow();
      case Causes.Outcome.Faulty _, Causes.Outcome.Refused _ ->
          throw unfit(story, "open", outcome.toString());
    };
  }

  private CaseView file(Story story) {
    var matter = story.matter();
    var parent = story.under() == null ? null : course(story.under());
    var filing =
        new Filing(
            matter.kind(),
            matter.item(),
            matter.title(),
            matter.area(),
            story.channel(),
            applicant(story),
            matter.facts(),
            parent == null ? null : parent.file().identity().number().value(),
            taker(story));
    return switch (doors.intake().file(filing)) {
      case Filed.Taken(var file) -> file;
      case Filed.Faulty(var errors) -> throw unfit(story, "open", errors.toString());
      case Filed.Refused(var refusal) -> throw unfit(story, "open", refusal.code());
    };
  }

  private @Nullable ApplicantForm applicant(Story story) {
    return story.under() == null ? story.applicant() : applicant(course(story.under()).story());
  }

  /** Who takes it in: nobody where people file it themselves. */
  private @Nullable Actor taker(Story story) {
    return switch (story.channel()) {
      case "online" -> null;
      case "api" -> troupe.actor(Role.INTEGRATOR, "");
      case "internal" -> asker(story);
      case String counter -> troupe.actor(Role.CLERK, counter);
    };
  }

  /** Who asks other units to help: the street that a matter names, else the dispatcher. */
  private Actor asker(Story story) {
    var facts = story.matter().facts();
    var street = facts == null ? "" : facts.path("street").asString("");
    return street.isEmpty()
        ? troupe.actor(Role.DISPATCHER, "")
        : troupe.actor(Role.HANDLER, street);
  }

  private CaseView perform(Course course) {
    var step = course.step();
    var file = course.file();
    var decision = decide(file, step);
    return switch (decision) {
      case Decision.Accepted(var after) -> after;
      case Decision.Refused(var refusal, var errors, var version) ->
          throw unfit(course.story(), step.act(), refusal.code() + " " + errors);
    };
  }

  private Decision decide(CaseView file, Story.Step step) {
    var facts = step.facts() == null ? nothing() : step.facts();
    var by = by(file, step);
    if (by.equals(Role.APPLICANT.code())) {
      var code = file.identity().code();
      return doors.voice().say(code, step.act(), null, step.note(), facts);
    }
    var actor = actor(by, file.unit());
    var id = file.identity().id();
    var act = new Act(id, step.act(), actor, null, step.note(), facts, null);
    return doors.cases().perform(List.of(act)).getFirst();
  }

  private String by(CaseView file, Story.Step step) {
    if (step.by() != null) {
      return step.by();
    }
    var rule = doors.cases().procedure(file).acts().get(step.act());
    return rule == null
        ? ""
        : rule.who().stream().min(Comparator.naturalOrder()).orElseThrow().code();
  }

  /** A part's code is also the login of its best known player. */
  private Actor actor(String by, String unit) {
    boolean local = by.equals(Role.HANDLER.code()) || by.equals(Role.APPROVER.code());
    return local ? troupe.actor(Role.of(by), unit) : troupe.actor(by);
  }

  private Course course(String id) {
    var course = courses.get(id);
    if (course == null || !course.begun()) {
      throw new IllegalStateException("story " + id + " has not begun");
    }
    return course;
  }

  private static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static IllegalStateException unfit(Story story, String act, String why) {
    return new IllegalStateException("story " + story.id() + " cannot " + act + ": " + why);
  }
}
