package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.reveals.Reveals.Field;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.RevealRefusal;
import org.bihuan.loop.sight.Revealed;
import org.bihuan.loop.sight.Revealing;
import org.bihuan.portal.api.Bodies.RevealBody;
import org.bihuan.portal.api.BodyReader.Read;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person's values in full, for a reason; never kept for a repeated call. */
@RestController
@Tag(name = "Cases")
@Needs({Role.CLERK, Role.DISPATCHER, Role.HANDLER, Role.APPROVER, Role.CALLER, Role.LEADER})
class RevealRoutes {

  private static final String ROUTE = "POST /api/v1/cases/{number}/reveal";

  private final Reading reading;
  private final Revealing revealing;
  private final Answering answering;

  RevealRoutes(Reading reading, Revealing revealing, Answering answering) {
    this.reading = reading;
    this.revealing = revealing;
    this.answering = answering;
  }

  /** What was asked for and given. */
  @Schema(name = "RevealedValues")
  record RevealedAnswer(
      @Schema(description = "The values by their names; those never given are left out")
          Map<String, String> values) {

    /** Names no value: answers end up in logs. */
    @Override
    public String toString() {
      return "RevealedAnswer" + values.keySet();
    }
  }

  @PostMapping(
      path = "/api/v1/cases/{number}/reveal",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Show a person's details in full",
      description =
          "While the case waits for the caller's part or is their unit's; every answer is logged.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = RevealBody.class))))
  @ApiResponse(
      responseCode = "200",
      description = "The values",
      content = @Content(schema = @Schema(implementation = RevealedAnswer.class)))
  ResponseEntity<String> reveal(
      @PathVariable String number, @RequestBody byte[] sent, Actor actor, Call call) {
    var file = reading.find(ROUTE, number, actor);
    if (file.isEmpty()) {
      return answering.send(Reply.NO_CASE, call);
    }
    return switch (BodyReader.read(sent, RevealBody::of)) {
      case Read.Unsound<RevealBody>(var why) -> answering.send(why, call);
      case Read.Sound<RevealBody>(var body) ->
          answering.send(reply(file.get(), body, actor, call), call);
    };
  }

  private Reply reply(CaseView file, RevealBody body, Actor actor, Call call) {
    var fields = fields(Objects.requireNonNullElse(body.fields(), ""));
    var reason = Objects.requireNonNullElse(body.reason(), "");
    return switch (revealing.reveal(actor, file, fields, reason, call.address())) {
      case Revealed.Shown(var values) -> {
        var named = new TreeMap<String, String>();
        values.forEach((field, value) -> named.put(field.code(), value));
        yield Reply.ok(new RevealedAnswer(named));
      }
      case Revealed.Refused(var refusal) -> refused(refusal);
    };
  }

  private static Reply refused(RevealRefusal refusal) {
    int status =
        switch (refusal) {
          case NOT_YOURS -> 403;
          case NOT_ON_FILE -> 409;
          case REASON_LENGTH, NO_FIELD -> 422;
        };
    return new Reply.NotDone(status, refusal.code(), refusal.message());
  }

  /** Empty if one of the names is none of ours. */
  private static Set<Field> fields(String names) {
    var fields = EnumSet.noneOf(Field.class);
    for (var name : names.split(",", -1)) {
      var field =
          Arrays.stream(Field.values()).filter(f -> f.code().equals(name.strip())).findFirst();
      if (field.isEmpty()) {
        return Set.of();
      }
      fields.add(field.get());
    }
    return fields;
  }
}
