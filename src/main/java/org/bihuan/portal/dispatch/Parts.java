package org.bihuan.portal.dispatch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.bihuan.loop.intake.Retries;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of a matter that other units do. All that are asked for at once are opened together or
 * not at all, and once for each key.
 */
@Component
class Parts {

  /** The procedure of a part. */
  private static final String JOINT = "joint";

  private static final Text NOBODY = new Text("请选择协办单位", "Choose who is to help");
  private static final Text SENT_BEFORE =
      new Text(
          "这份表单已经提交过。如要另请协办，请核对后再提交一次。",
          "This form was sent before. If you mean another part, check it and send it once more.");

  private final Cases cases;
  private final Advising advising;
  private final DutyWords words;
  private final Retries retries;
  private final Asking asking;

  Parts(Cases cases, Advising advising, DutyWords words, Retries retries, Asking asking) {
    this.cases = cases;
    this.advising = advising;
    this.words = words;
    this.retries = retries;
    this.asking = asking;
  }

  /** What became of asking. */
  sealed interface Outcome {

    /** Every part is open, now or from before with the same key. */
    record Opened() implements Outcome {}

    /** Something is wrong; nothing was opened. */
    record Wrong(Typed typed) implements Outcome {}
  }

  /** What stands in the form before anybody touched it: the units of the list, ticked. */
  Typed proposed(CaseView file) {
    var task = "协助" + words.unit(file.unit()).zh() + "办理：" + file.subject().title();
    return Typed.of(
        Map.of(
            "unit",
            waiting(file).stream().map(WorkUnit::code).toList(),
            "task",
            List.of(task),
            "key",
            List.of(UUID.randomUUID().toString())));
  }

  /** Named by the list and not asked yet; never who leads the matter now. */
  private List<WorkUnit> waiting(CaseView file) {
    var asked = asked(file);
    var trial = advising.tried(file);
    return trial.with().stream()
        .filter(unit -> !unit.code().equals(file.unit()) && !asked.contains(unit.code()))
        .toList();
  }

  private Set<String> asked(CaseView file) {
    var asked = new LinkedHashSet<String>();
    cases.children(file.identity().id()).stream()
        .filter(child -> child.owner() != null)
        .forEach(child -> asked.add(child.unit()));
    return asked;
  }

  /** True if the list names units that have no part of this matter yet. */
  boolean proposes(CaseView file) {
    return file.owner() != null
        && !file.identity().procedure().equals(JOINT)
        && !waiting(file).isEmpty();
  }

  PartSheet sheet(CaseView file) {
    var waiting = waiting(file).stream().map(WorkUnit::code).toList();
    var proposed =
        advising.desks(waiting).stream()
            .map(desk -> new PartSheet.Proposed(desk.unit(), desk.name(), desk.load().open()))
            .toList();
    var others = new LinkedHashMap<>(words.units());
    others.remove(file.unit());
    return new PartSheet(
        file.identity().number().value(),
        file.subject().title(),
        words.unit(file.unit()),
        file.owner() != null,
        proposed,
        asked(file).stream().map(words::unit).toList(),
        others);
  }

  /** Opens a part for each unit that was ticked or named. */
  Outcome open(CaseView file, Typed typed, Actor actor) {
    var units = units(typed);
    if (units.isEmpty()) {
      return wrong(typed, List.of(new FieldError("unit", "required", NOBODY)));
    }
    var key = typed.value("key");
    if (!key.matches("[0-9a-f-]{36}")) {
      return wrong(typed.without("key"), List.of(new FieldError("main", "stale", SENT_BEFORE)));
    }
    var errors = new ArrayList<FieldError>();
    var request = new Retries.Request(actor.id(), key, "parts " + file.identity().id() + typed);
    var outcome =
        retries.once(
            request,
            () -> {
              errors.addAll(asking.open(file, List.copyOf(units), typed.value("task"), actor));
              return new Retries.Answer(errors.isEmpty() ? 201 : 422, "");
            });
    return switch (outcome) {
      case Retries.Outcome.KeyReused _ ->
          wrong(typed.without("key"), List.of(new FieldError("main", "stale", SENT_BEFORE)));
      case Retries.Outcome.Replayed _ -> new Outcome.Opened();
      case Retries.Outcome.Fresh _ ->
          errors.isEmpty() ? new Outcome.Opened() : wrong(typed, errors);
    };
  }

  private static Set<String> units(Typed typed) {
    var units = new LinkedHashSet<>(typed.values().getOrDefault("unit", List.of()));
    units.add(typed.value("another"));
    units.remove("");
    return units;
  }

  private static Outcome wrong(Typed typed, List<FieldError> errors) {
    var key = typed.value("key").isEmpty() ? UUID.randomUUID().toString() : typed.value("key");
    var values = new LinkedHashMap<>(typed.values());
    values.put("key", List.of(key));
    return new Outcome.Wrong(new Typed(values, errors));
  }

  /** Opens the parts themselves, inside a transaction that holds all of them. */
  @Component
  static class Asking {

    private final Cases cases;
    private final Procedures procedures;
    private final Forms forms;
    private final Clock clock;

    Asking(Cases cases, Procedures procedures, Forms forms, Clock clock) {
      this.cases = cases;
      this.procedures = procedures;
      this.forms = forms;
      this.clock = clock;
    }

    /** What is wrong; empty if every part is open. */
    List<FieldError> open(CaseView file, List<String> units, String task, Actor actor) {
      var openings = new ArrayList<Opening>();
      for (var unit : units) {
        var facts = JsonNodeFactory.instance.objectNode();
        facts.put("task", task.strip()).put("unit", unit);
        var wrong = forms.check(procedures.latest(JOINT).form(), facts);
        if (!wrong.isEmpty()) {
          return wrong.stream().map(Asking::ofForm).toList();
        }
        openings.add(opening(file, unit, facts, actor));
      }
      return cases.open(openings).stream().flatMap(Asking::refused).toList();
    }

    private Opening opening(CaseView file, String unit, ObjectNode facts, Actor actor) {
      var subject = file.subject();
      return new Opening(
          new CaseId(Uuid7.next(clock)),
          JOINT,
          null,
          subject.title(),
          subject.area(),
          unit,
          subject.applicant(),
          "internal",
          file.identity().id(),
          facts,
          actor);
    }

    /** The form calls its fields facts; this page asks for them by their own names. */
    private static FieldError ofForm(FieldError error) {
      return new FieldError(error.field().replace("facts.", ""), error.code(), error.message());
    }

    private static Stream<FieldError> refused(Decision decision) {
      return switch (decision) {
        case Decision.Accepted _ -> Stream.empty();
        case Decision.Refused(var refusal, var errors, var version) ->
            Stream.of(new FieldError("main", refusal.code(), refusal.message()));
      };
    }
  }
}
