package org.bihuan.services.stations.visits;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.bihuan.loop.intake.Retries;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes a matter of what was heard on a visit, through the one window, once for each form. */
@Component
class Hearing {

  private static final String APPEAL = "appeal";

  private final CareVisitSql sql;
  private final Intake intake;
  private final Retries retries;
  private final Clock clock;

  Hearing(CareVisitSql sql, Intake intake, Retries retries, Clock clock) {
    this.sql = sql;
    this.intake = intake;
    this.retries = retries;
    this.clock = clock;
  }

  CareVisits.Heard hear(CareVisit visit, Typed typed, Actor actor) {
    var key = typed.value("key");
    if (!key.matches("[0-9a-f-]{36}")) {
      return new CareVisits.Heard.Wrong(
          List.of(error("main", "stale", "页面已过期，请重新打开", "This page is too old; open it anew")));
    }
    var wrong = new ArrayList<FieldError>();
    var asked =
        visit.id()
            + " "
            + typed.under("").entrySet().stream()
                .filter(e -> !e.getKey().startsWith("_"))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    var request = new Retries.Request(actor.id(), key, asked);
    return switch (retries.once(request, () -> answer(visit, typed, actor, wrong))) {
      case Retries.Outcome.Fresh(var answer) when answer.status() < 300 ->
          new CareVisits.Heard.Opened(answer.body());
      case Retries.Outcome.Fresh _ -> new CareVisits.Heard.Wrong(wrong);
      case Retries.Outcome.Replayed(var answer) -> new CareVisits.Heard.Opened(answer.body());
      case Retries.Outcome.KeyReused _ ->
          new CareVisits.Heard.Wrong(
              List.of(error("main", "sent-before", "这份表单已经提交过", "This form was sent before")));
    };
  }

  private Retries.Answer answer(CareVisit visit, Typed typed, Actor actor, List<FieldError> wrong) {
    return switch (intake.file(filing(visit, typed, actor))) {
      case Filed.Faulty(var errors) -> {
        errors.stream().map(Hearing::inForm).forEach(wrong::add);
        yield new Retries.Answer(422, "");
      }
      case Filed.Refused(var refusal) -> {
        wrong.add(new FieldError("main", refusal.code(), refusal.message()));
        yield new Retries.Answer(409, "");
      }
      case Filed.Taken(var file) -> {
        sql.hear(visit.id(), file.identity().id().value(), clock.instant());
        yield new Retries.Answer(201, file.identity().code().value());
      }
    };
  }

  private static FieldError inForm(FieldError error) {
    var field = error.field().replaceFirst("^(applicant|facts)\\.", "");
    return new FieldError(field, error.code(), error.message());
  }

  private static Filing filing(CareVisit visit, Typed typed, Actor actor) {
    var facts = JsonNodeFactory.instance.objectNode();
    facts.put("description", typed.value("description").strip());
    facts.put("place", visit.site().name());
    var roles = EnumSet.of(Role.CLERK);
    roles.addAll(actor.roles());
    var taker = new Actor(actor.id(), actor.name(), roles, actor.unit(), actor.standsFor());
    return new Filing(
        APPEAL,
        typed.value("item"),
        typed.value("title"),
        visit.site().area(),
        "window",
        ApplicantForm.resident(typed.value("name"), typed.value("phone")),
        facts,
        null,
        taker);
  }

  private static FieldError error(String field, String code, String zh, String en) {
    return new FieldError(field, code, new Text(zh, en));
  }
}
