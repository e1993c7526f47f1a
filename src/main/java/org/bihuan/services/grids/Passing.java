package org.bihuan.services.grids;

import java.util.List;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.bihuan.services.grids.MatterList.Matter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a matter of what was found on the round: through the one window, with the grid as its
 * channel. What a resident raised and the worker settled is answered at once, for the resident to
 * confirm.
 */
@Component
class Passing {

  private static final String APPEAL = "appeal";
  private static final String SETTLE = "settle";

  private final Intake intake;
  private final Cases cases;
  private final Places places;

  Passing(Intake intake, Cases cases, Places places) {
    this.intake = intake;
    this.cases = cases;
    this.places = places;
  }

  /** What became of it. */
  sealed interface Passed {

    /** The matter is open. */
    record On(CaseView file) implements Passed {}

    /** Something is wrong with it; nothing may be stored. */
    record Wrong(List<FieldError> errors) implements Passed {}
  }

  /**
   * Opens the matter, and answers it if it was settled.
   *
   * @param office the worker's own phone, for what no resident raised
   */
  Passed pass(Capture capture, Matter matter, Actor worker, String office) {
    var raised = capture.raisedBy();
    var applicant =
        raised == null ? new ApplicantForm(worker.name(), office, null, null, null) : raised;
    return switch (intake.file(filing(capture, matter, worker, applicant))) {
      case Filed.Faulty(var errors) -> new Passed.Wrong(errors);
      case Filed.Refused(var refusal) ->
          new Passed.Wrong(List.of(new FieldError("main", refusal.code(), refusal.message())));
      case Filed.Taken(var file) ->
          capture.outcome() == Capture.Outcome.SETTLED
              ? settled(file, capture, worker)
              : new Passed.On(file);
    };
  }

  private Filing filing(Capture capture, Matter matter, Actor worker, ApplicantForm applicant) {
    var facts = JsonNodeFactory.instance.objectNode();
    facts.put("description", "网格员现场上报：" + capture.said(RecordFields.FOUND));
    put(facts, "place", capture.said(RecordFields.PLACE));
    put(facts, "position", capture.position());
    return new Filing(
        APPEAL,
        matter.item(),
        matter.title().zh() + "（" + where(capture.grid()) + "）",
        capture.grid(),
        "grid",
        applicant,
        facts,
        null,
        worker);
  }

  private static void put(ObjectNode facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.put(name, value);
    }
  }

  private String where(String grid) {
    return places.find(grid).map(Area::name).map(name -> name.zh()).orElse(grid);
  }

  private Passed settled(CaseView file, Capture capture, Actor worker) {
    var facts = JsonNodeFactory.instance.objectNode();
    facts.put("reply", "网格员当场处理：" + capture.said(RecordFields.DONE));
    var act = new Act(file.identity().id(), SETTLE, worker, null, null, facts, Act.HOUSE);
    return switch (cases.perform(List.of(act)).getFirst()) {
      case Decision.Accepted(var after) -> new Passed.On(after);
      case Decision.Refused(var refusal, var errors, var version) ->
          new Passed.Wrong(
              errors.isEmpty()
                  ? List.of(new FieldError("main", refusal.code(), refusal.message()))
                  : errors);
    };
  }
}
