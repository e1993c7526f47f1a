package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bihuan.foundation.access.Open;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.voice.Voice;
import org.bihuan.portal.api.Bodies.SayBody;
import org.bihuan.portal.api.BodyReader.Read;
import org.bihuan.portal.api.TrackGate.Asked;
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

/** What the person who raised a matter sees and says, by code and phone tail. */
@RestController
@RequestMapping(path = "/api/v1/track/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tracking")
@Open(reason = "code and phone tail open a matter, not an account")
class TrackRoutes {

  private final Voice voice;
  private final TrackGate gate;
  private final CaseAnswers answers;
  private final Answering answering;

  TrackRoutes(Voice voice, TrackGate gate, CaseAnswers answers, Answering answering) {
    this.voice = voice;
    this.gate = gate;
    this.answers = answers;
    this.answering = answering;
  }

  @GetMapping
  @Operation(
      summary = "Follow a case",
      description = "A wrong code and a wrong phone tail get the same answer.")
  @ApiResponse(
      responseCode = "200",
      description = "What the person may see",
      content = @Content(schema = @Schema(implementation = TrackAnswer.class)))
  ResponseEntity<String> track(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String phoneTail,
      Call call) {
    var reply =
        switch (gate.open(code, phoneTail, call.address())) {
          case Asked.Refused(var why) -> why;
          case Asked.Admitted(var tracked) -> Reply.ok(answer(tracked));
        };
    return answering.send(reply, call);
  }

  @PostMapping(path = "/acts/{act}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Say something about one's case",
      description = "Confirm, object, rate, supplement, withdraw or reopen, as the case allows.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SayBody.class))))
  @ApiResponse(
      responseCode = "200",
      description = "The case after it",
      content = @Content(schema = @Schema(implementation = TrackAnswer.class)))
  ResponseEntity<String> say(
      @PathVariable String code, @PathVariable String act, @RequestBody byte[] sent, Call call) {
    return switch (BodyReader.read(sent, SayBody::of)) {
      case Read.Unsound<SayBody>(var why) -> answering.send(why, call);
      case Read.Sound<SayBody>(var body) ->
          switch (gate.open(code, body.phoneTail(), call.address())) {
            case Asked.Refused(var why) -> answering.send(why, call);
            case Asked.Admitted(var tracked) -> {
              var person = tracked.file().subject().applicant();
              yield answering.once(call, person, sent, () -> say(tracked, act, body));
            }
          };
    };
  }

  private Reply say(Voice.Tracked tracked, String act, SayBody body) {
    var code = tracked.file().identity().code();
    return switch (voice.say(code, act, body.version(), body.note(), body.facts())) {
      case Decision.Accepted _ ->
          voice.track(code).map(now -> Reply.ok(answer(now))).orElse(Reply.NO_CASE);
      case Decision.Refused refused -> Reply.of(refused);
    };
  }

  private TrackAnswer answer(Voice.Tracked tracked) {
    return TrackAnswer.of(tracked, answers.reader(tracked.file()));
  }
}
