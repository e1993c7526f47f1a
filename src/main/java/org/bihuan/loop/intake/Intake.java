package org.bihuan.loop.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Registration;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.bihuan.loop.intake.FilingRules.Checked;
import org.bihuan.loop.routing.DutyList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
  private final TransactionTemplate transaction;

  Intake(
      FilingRules rules,
      People people,
      DutyList duties,
      Cases cases,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.rules = rules;
    this.people = people;
    this.duties = duties;
    this.cases = cases;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Takes a matter in, or says everything that is wrong with it; then nothing is stored. */
  public Filed file(Filing filing) {
    var filed =
        transaction.execute(
            status -> {
              var outcome = take(filing);
              if (!(outcome instanceof Filed.Taken)) {
                status.setRollbackOnly();
              }
              return outcome;
            });
    if (filed == null) {
      throw new IllegalStateException("a transaction gave no outcome");
    }
    return filed;
  }

  private Filed take(Filing filing) {
    var errors = new ArrayList<FieldError>();
    var checked = rules.check(filing, errors);
    var person = register(filing, errors);
    if (!errors.isEmpty() || checked == null) {
      return new Filed.Faulty(errors);
    }
    return open(filing, checked, person);
  }

  private UUID register(Filing filing, List<FieldError> errors) {
    var form = filing.applicant();
    var asked = form == null ? new ApplicantForm(null, null, null, null, null) : form;
    return switch (people.register(asked)) {
      case Registration.Registered(var person, var known) -> person;
      case Registration.Rejected(var wrong) -> {
        errors.addAll(wrong);
        yield Actor.CLOCK.id(); // never used: errors end the filing
      }
    };
  }

  private Filed open(Filing filing, Checked checked, UUID person) {
    var unit = duties.unitFor(checked.procedure(), checked.item(), checked.area());
    var actor = filing.actor() == null ? Actor.applicant(person, "") : filing.actor();
    var opening =
        new Opening(
            new CaseId(Uuid7.next(clock)),
            checked.procedure(),
            checked.item(),
            checked.title(),
            checked.area(),
            unit.code(),
            person,
            checked.channel(),
            checked.parent(),
            checked.facts(),
            actor);
    return switch (cases.open(List.of(opening)).getFirst()) {
      case Decision.Accepted(var file) -> new Filed.Taken(file);
      case Decision.Refused(var refusal, var wrong, var version) -> new Filed.Refused(refusal);
    };
  }
}
