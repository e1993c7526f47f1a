package org.bihuan.portal.api;

import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Errand;
import org.bihuan.loop.intake.Retries;
import org.bihuan.loop.intake.Retries.Answer;
import org.bihuan.loop.intake.Retries.Outcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts replies into bytes, and sees to it that a write with a key is done once. */
@Component
final class Answering {

  static final String REPLAYED = "Idempotency-Replayed";
  private static final String CASES = "/api/v1/cases/";

  private static final Reply.NotDone BAD_KEY =
      Reply.badParameter(
          Call.KEY,
          Call.KEY + "应为1至128个可见的ASCII字符",
          Call.KEY + " is 1 to 128 visible ASCII characters");

  private static final Reply.NotDone REUSED =
      new Reply.NotDone(
          422,
          "key-reused",
          new Text("此Idempotency-Key已用于另一请求", "This Idempotency-Key was used for another request"));

  private final Retries retries;
  private final Cases cases;
  private final JsonMapper json;

  Answering(Retries retries, Cases cases, JsonMapper json) {
    this.retries = retries;
    this.cases = cases;
    this.json = json;
  }

  /** A read, or a write without a key. */
  ResponseEntity<String> send(Reply reply, Call call) {
    var answer = answer(reply, call);
    var sent = sent(answer, call);
    var wait = reply instanceof Reply.NotDone problem ? problem.retryAfter() : null;
    if (wait != null) {
      var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
      sent.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    return sent.body(answer.body());
  }

  /** A write: with a key it is done once, and its answer is given again to whoever repeats it. */
  ResponseEntity<String> once(Call call, UUID actor, byte[] body, Supplier<Reply> work) {
    var key = call.key();
    if (!call.keyIsSound()) {
      return send(BAD_KEY, call);
    }
    if (key == null) {
      return send(work.get(), call);
    }
    var request = new Retries.Request(actor, key, call.asked(body));
    return told(retries.once(request, () -> answer(work.get(), call)), call);
  }

  /**
   * A write that travels in a round with others.
   *
   * @param errand what is to be done
   * @param came the reply once it is decided
   */
  ResponseEntity<String> once(
      Call call, UUID actor, byte[] body, Errand errand, Supplier<Reply> came) {
    var key = call.key();
    if (!call.keyIsSound()) {
      return send(BAD_KEY, call);
    }
    if (key == null) {
      cases.run(errand);
      return send(came.get(), call);
    }
    var request = new Retries.Request(actor, key, call.asked(body));
    return told(retries.once(request, errand, () -> answer(came.get(), call)), call);
  }

  private ResponseEntity<String> told(Outcome outcome, Call call) {
    return switch (outcome) {
      case Outcome.Fresh(var answer) -> sent(answer, call).body(answer.body());
      case Outcome.Replayed(var answer) ->
          sent(answer, call).header(REPLAYED, "true").body(answer.body());
      case Outcome.KeyReused _ -> send(REUSED, call);
    };
  }

  private Answer answer(Reply reply, Call call) {
    return switch (reply) {
      case Reply.Done(var status, var body) -> new Answer(status, json.writeValueAsString(body));
      case Reply.NotDone problem ->
          new Answer(
              problem.status(),
              json.writeValueAsString(ProblemAnswer.of(problem, call.language(), call.path())));
    };
  }

  private ResponseEntity.BodyBuilder sent(Answer answer, Call call) {
    var builder = ResponseEntity.status(answer.status());
    if (answer.status() >= 400) {
      return builder
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .header(HttpHeaders.CONTENT_LANGUAGE, call.language().toLanguageTag());
    }
    if (answer.status() == 201) {
      var number = json.readTree(answer.body()).path("number").asString("");
      builder.location(URI.create(CASES + number));
    }
    return builder.contentType(MediaType.APPLICATION_JSON);
  }
}
