package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.bihuan.loop.intake.Intake.Looked;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.portal.api.Bodies.OpeningBody;
import org.bihuan.portal.api.BodyReader.Read;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one window for programs. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
@Needs({
  Role.CLERK,
  Role.INTEGRATOR,
  Role.DISPATCHER,
  Role.HANDLER,
  Role.APPROVER,
  Role.CALLER,
  Role.LEADER
})
class OpeningRoutes {

  private static final String NO_NUMBER = "-";

  private final Intake intake;
  private final Procedures procedures;
  private final Reading reading;
  private final CaseAnswers answers;
  private final Answering answering;

  OpeningRoutes(
      Intake intake,
      Procedures procedures,
      Reading reading,
      CaseAnswers answers,
      Answering answering) {
    this.intake = intake;
    this.procedures = procedures;
    this.reading = reading;
    this.answers = answers;
    this.answering = answering;
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Open a case",
      description =
          "Who may open is said by the procedure's act `open`. Every fault of the body is named at"
              + " once, and nothing is stored then.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OpeningBody.class))))
  @ApiResponse(
      responseCode = "201",
      description = "The case is open; `Location` leads to it",
      content = @Content(schema = @Schema(implementation = CaseAnswer.Opened.class)))
  ResponseEntity<String> open(@RequestBody byte[] sent, Actor actor, Call call) {
    return switch (BodyReader.read(sent, OpeningBody::of)) {
      case Read.Unsound<OpeningBody>(var why) -> answering.send(why, call);
      case Read.Sound<OpeningBody>(var body) ->
          mayOpen(actor, body.procedure())
              ? file(body, sent, actor, call)
              : answering.send(Reply.refused(Refusal.NOT_ALLOWED), call);
    };
  }

  /** Asked before anything is checked, so that nobody learns from errors what is not theirs. */
  private boolean mayOpen(Actor actor, @Nullable String procedure) {
    return procedures.all().stream()
        .filter(p -> p.id().equals(procedure))
        .map(p -> p.acts().get(ActRule.OPEN))
        .allMatch(open -> open == null || open.who().stream().anyMatch(actor::is));
  }

  private ResponseEntity<String> file(OpeningBody body, byte[] sent, Actor actor, Call call) {
    return switch (intake.look(filing(body, actor))) {
      case Looked.Wrong(var faulty) -> answering.send(Reply.faulty(faulty.errors()), call);
      case Looked.Sound(var taking) ->
          answering.once(call, actor.id(), sent, taking, () -> reply(taking.filed()));
    };
  }

  private Reply reply(Filed filed) {
    return switch (filed) {
      case Filed.Taken(var file) -> new Reply.Done(201, answers.opened(file));
      case Filed.Faulty(var errors) -> Reply.faulty(errors);
      case Filed.Refused(var refusal) -> Reply.refused(refusal);
    };
  }

  private Filing filing(OpeningBody body, Actor actor) {
    var applicant = body.applicant();
    return new Filing(
        body.procedure(),
        body.item(),
        body.title(),
        body.area(),
        body.channel(),
        applicant == null ? null : applicant.form(),
        body.facts(),
        parent(body.parent(), actor),
        actor);
  }

  /** A matter the actor may not read is none to open another under. */
  private @Nullable String parent(@Nullable String number, Actor actor) {
    return number == null || number.isBlank() || reading.find(number, actor).isPresent()
        ? number
        : NO_NUMBER;
  }
}
