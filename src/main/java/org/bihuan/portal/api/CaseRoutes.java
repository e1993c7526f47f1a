package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.ClockRun;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.portal.api.Bodies.ActBody;
import org.bihuan.portal.api.BodyReader.Read;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading and moving matters. */
@RestController
@RequestMapping(path = "/api/v1/cases/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
@Needs.Staff
class CaseRoutes {

  private final Cases cases;
  private final Reading reading;
  private final CaseAnswers answers;
  private final Answering answering;

  CaseRoutes(Cases cases, Reading reading, CaseAnswers answers, Answering answering) {
    this.cases = cases;
    this.reading = reading;
    this.answers = answers;
    this.answering = answering;
  }

  @GetMapping
  @Operation(
      summary = "Read a case",
      description = "The file, its clocks, its entries, and what the caller may do now.")
  @ApiResponse(
      responseCode = "200",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseAnswer.class)))
  ResponseEntity<String> file(@PathVariable String number, Actor actor, Call call) {
    var found = reading.find(number, actor);
    return answering.send(
        found.map(file -> Reply.ok(answers.whole(file, actor))).orElse(Reply.NO_CASE), call);
  }

  @PostMapping(path = "/acts/{act}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Do an act",
      description = "Moves the case as its procedure says; the body may be empty.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = ActBody.class))))
  @ApiResponse(
      responseCode = "200",
      description = "The case after the act",
      content = @Content(schema = @Schema(implementation = CaseAnswer.class)))
  ResponseEntity<String> act(
      @PathVariable String number,
      @PathVariable String act,
      @RequestBody(required = false) byte @Nullable [] sent,
      Actor actor,
      Call call) {
    var body = sent == null ? new byte[0] : sent;
    var file = reading.find(Reading.ACT, number, actor);
    if (file.isEmpty()) {
      return answering.send(Reply.NO_CASE, call);
    }
    return switch (BodyReader.read(body, ActBody::of)) {
      case Read.Unsound<ActBody>(var why) -> answering.send(why, call);
      case Read.Sound<ActBody>(var read) ->
          answering.once(call, actor.id(), body, () -> perform(file.get(), act, read, actor));
    };
  }

  private Reply perform(CaseView file, String name, ActBody body, Actor actor) {
    var act =
        new Act(file.identity().id(), name, actor, body.version(), body.note(), body.facts(), null);
    return switch (cases.perform(List.of(act)).getFirst()) {
      case Decision.Accepted(var moved) -> Reply.ok(answers.whole(moved, actor));
      case Decision.Refused refused when forbidden(refused.refusal()) ->
          Reply.refused(refused.refusal());
      case Decision.Refused refused -> Reply.of(refused);
    };
  }

  private static boolean forbidden(Refusal refusal) {
    return refusal == Refusal.NOT_ALLOWED || refusal == Refusal.OTHER_UNIT;
  }

  @GetMapping("/clocks/{clock}")
  @Operation(
      summary = "Explain a clock",
      description = "Every day of the newest run, or of an older one, with how it was counted.")
  @ApiResponse(
      responseCode = "200",
      description = "The limits and the days",
      content = @Content(schema = @Schema(implementation = DaysAnswer.class)))
  ResponseEntity<String> clock(
      @PathVariable String number,
      @PathVariable String clock,
      @RequestParam(required = false) @Nullable Integer run,
      Actor actor,
      Call call) {
    var reply =
        reading
            .find(number, actor)
            .flatMap(file -> run(file, clock, run).map(r -> answers.explained(file, r)))
            .map(Reply::ok)
            .orElse(Reply.NO_CASE);
    return answering.send(reply, call);
  }

  private static Optional<ClockRun> run(CaseView file, String clock, @Nullable Integer run) {
    return file.clocks().stream()
        .filter(r -> r.clock().equals(clock) && (run == null || r.run() == run))
        .max(java.util.Comparator.comparingInt(ClockRun::run));
  }
}
