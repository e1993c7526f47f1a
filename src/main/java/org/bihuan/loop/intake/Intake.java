package org.bihuan.loop.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Opening;
import org.bihuan.loop.intake.FilingRules.Checked;
import org.bihuan.loop.routing.DutyList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one window: whatever comes by whatever channel is checked as a whole, every error named at
 * once, then the person is put on file, the unit found and the matter opened, all in one
 * transaction.
 */
@Component
public class Intake {

  private final FilingRules rules;
  private final People people;
  private final DutyList duties;
  private final Cases cases;
  private final Clock clock;

  Intake(FilingRules rules, People people, DutyList duties, Cases cases, Clock clock) {
    this.rules = rules;
    this.people = people;
    this.duties = duties;
    this.cases = cases;
    this.clock = clock;
  }

  /** A filing after everything that was entered has been looked at. */
  public sealed interface Looked {

    /** Something that was entered is wrong. */
    record Wrong(Filed.Faulty faulty) implements Looked {}

    /** It may be taken in. */
    record Sound(Taking taking) implements Looked {}
  }

  /** Takes a matter in, or says everything that is wrong with it; then nothing is stored. */
  public Filed file(Filing filing) {
    return switch (look(filing)) {
      case Looked.Wrong(var faulty) -> faulty;
      case Looked.Sound(var taking) -> {
        cases.run(taking);
        yield taking.filed();
      }
    };
  }

  /** Looks at everything that was entered and stores nothing. */
  public Looked look(Filing filing) {
    var errors = new ArrayList<FieldError>();
    var checked = rules.check(filing, errors);
    var asked = filing.applicant();
    var form = asked == null ? new ApplicantForm(null, null, null, null, null) : asked;
    boolean nameless = nameless(filing);
    if (!nameless) {
      errors.addAll(people.faults(form));
    }
    return errors.isEmpty() && checked != null
        ? new Looked.Sound(taking(filing, checked, nameless ? null : form))
        : new Looked.Wrong(new Filed.Faulty(errors));
  }

  /** Where the form offers it, somebody may stay without a name. */
  private static boolean nameless(Filing filing) {
    var facts = filing.facts();
    return facts != null && facts.path("anonymous").asBoolean(false);
  }

  private Taking taking(Filing filing, Checked checked, @Nullable ApplicantForm form) {
    var reported = checked.facts().path("reported").asString("");
    var unit = duties.unitFor(checked.procedure(), checked.item(), checked.area(), reported);
    var id = new CaseId(Uuid7.next(clock));
    return new Taking(
        id,
        people,
        form,
        person ->
            new Opening(
                id,
                checked.procedure(),
                checked.item(),
                checked.title(),
                checked.area(),
                unit.code(),
                person,
                checked.channel(),
                checked.parent(),
                checked.facts(),
                actor(filing, person)));
  }

  private static Actor actor(Filing filing, UUID person) {
    var actor = filing.actor();
    return actor == null ? Actor.applicant(person, "") : actor;
  }
}
