package org.bihuan.loop.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Registration;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Opening;
import org.bihuan.loop.intake.FilingRules.Checked;
import org.bihuan.loop.routing.DutyList;
import org.springframework.stereotype.Component;

/**
 * The one window: whatever comes by whatever channel is checked as a whole, every error named at
 * once, then the person is put on file, the unit found and the matter opened, all in one
 * transaction.
 */
@Component
public class Intake {

  /** The channel of Open311, whose clients need not know who reports. */
  static final String OPEN311 = "open311";

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
    boolean unnamed = asked == null && nameless(filing);
    if (!unnamed) {
      errors.addAll(people.faults(form));
    }
    return errors.isEmpty() && checked != null
        ? new Looked.Sound(taking(filing, checked, unnamed ? unnamed(filing) : named(form)))
        : new Looked.Wrong(new Filed.Faulty(errors));
  }

  /** What nobody put a name to stands in the name of the program that brings it. */
  private static boolean nameless(Filing filing) {
    var actor = filing.actor();
    return actor != null && actor.is(Role.INTEGRATOR) && OPEN311.equals(filing.channel());
  }

  private Supplier<Registration> named(ApplicantForm form) {
    return () -> people.register(form);
  }

  private static Supplier<Registration> unnamed(Filing filing) {
    var actor = filing.actor();
    if (actor == null) {
      throw new IllegalStateException("only a program brings what nobody put a name to");
    }
    return () -> new Registration.Registered(actor.id(), true);
  }

  private Taking taking(Filing filing, Checked checked, Supplier<Registration> registration) {
    var unit = duties.unitFor(checked.procedure(), checked.item(), checked.area());
    var id = new CaseId(Uuid7.next(clock));
    return new Taking(
        id,
        registration,
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
