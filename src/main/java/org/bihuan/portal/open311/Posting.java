package org.bihuan.portal.open311;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Guesses;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Intake;
import org.bihuan.loop.intake.Retries;
import org.bihuan.loop.intake.Taking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a request in by the one window; the same one sent again is the same request. */
@Component
final class Posting {

  private static final UUID PUBLIC = new UUID(0, 311);
  private static final String KEY = "[\\x21-\\x7e]{1,128}";

  private final RequestReading reading;
  private final Intake intake;
  private final Retries retries;
  private final Cases cases;
  private final RequestSql sql;
  private final Limits limits;

  Posting(
      RequestReading reading,
      Intake intake,
      Retries retries,
      Cases cases,
      RequestSql sql,
      Limits limits) {
    this.reading = reading;
    this.intake = intake;
    this.retries = retries;
    this.cases = cases;
    this.sql = sql;
    this.limits = limits;
  }

  /** Slows down whoever sends much without a key. */
  @Component
  static final class Limits {

    private final Guesses guesses;
    private final Clock clock;

    Limits(Guesses guesses, Clock clock) {
      this.guesses = guesses;
      this.clock = clock;
    }

    boolean admits(Caller caller) {
      return caller.actor() != null
          || guesses.admitFromAddress("open311-address:" + caller.address());
    }

    String day() {
      return ChinaTime.day(clock.instant()).toString();
    }
  }

  Told post(Typed sent, Caller caller) {
    var actor = caller.actor();
    if (actor != null && !actor.is(Role.INTEGRATOR) && !actor.is(Role.CLERK)) {
      return Told.wrong(403, "此api_key不能提交请求", "this api_key may not send requests");
    }
    var key = caller.key();
    if (key != null && !key.matches(KEY)) {
      return Told.wrong(
          400,
          "Idempotency-Key应为1至128个可见的ASCII字符",
          "Idempotency-Key is 1 to 128 visible ASCII characters");
    }
    if (!limits.admits(caller)) {
      return Told.wrong(429, "提交得太多，请稍后再试", "too many requests; please wait");
    }
    return switch (reading.read(sent, caller)) {
      case RequestReading.Read.Unsound(var wrong) -> wrong;
      case RequestReading.Read.Sound(var wanted) -> taken(wanted, sent, caller);
    };
  }

  private Told taken(RequestReading.Wanted wanted, Typed sent, Caller caller) {
    return switch (intake.look(wanted.filing())) {
      case Intake.Looked.Wrong(var faulty) -> faulty(faulty.errors());
      case Intake.Looked.Sound(var taking) -> once(wanted, taking, sent, caller);
    };
  }

  private Told once(RequestReading.Wanted wanted, Taking taking, Typed sent, Caller caller) {
    var actor = caller.actor();
    var whose = actor == null ? PUBLIC : actor.id();
    var request = new Asked.Request(wanted.service(), idOf(actor), wanted.media());
    var asked = new Asked(taking, sql, request);
    var key = key(sent, caller);
    if (key.isEmpty()) {
      cases.run(asked);
      return told(taking.filed(), caller.locale());
    }
    var faults = new ArrayList<FieldError>();
    var once = new Retries.Request(whose, key.get(), content(sent));
    return switch (retries.once(once, asked, () -> answer(taking.filed(), faults))) {
      case Retries.Outcome.Fresh(var answer) when answer.status() < 300 ->
          told(taking.filed(), caller.locale());
      case Retries.Outcome.Fresh _ -> faulty(faults);
      case Retries.Outcome.Replayed(var answer) -> replayed(answer.body(), caller.locale());
      case Retries.Outcome.KeyReused _ ->
          Told.wrong(
              400, "此Idempotency-Key已用于另一请求", "this Idempotency-Key was used for another request");
    };
  }

  private static @Nullable UUID idOf(@Nullable Actor actor) {
    return actor == null ? null : actor.id();
  }

  /** The key that was sent, or one made of device and content: a second tap is no second matter. */
  private Optional<String> key(Typed sent, Caller caller) {
    var key = caller.key();
    if (key != null) {
      return Optional.of("open311:" + key)
          .filter(k -> k.length() <= 128)
          .or(() -> Optional.of(key));
    }
    var device = sent.value("device_id") + sent.value("account_id");
    if (device.isBlank()) {
      return Optional.empty();
    }
    var same = device + "\n" + limits.day() + "\n" + content(sent);
    return Optional.of("open311:" + UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8)));
  }

  /** Everything that makes the request what it is; whose key it is stands beside it. */
  private static String content(Typed sent) {
    var content = new TreeMap<>(sent.values());
    content.remove("api_key");
    return content.toString();
  }

  private static Retries.Answer answer(Filed filed, List<FieldError> faults) {
    return switch (filed) {
      case Filed.Taken(var file) ->
          new Retries.Answer(201, file.identity().id().value().toString());
      case Filed.Faulty(var errors) -> {
        faults.addAll(errors);
        yield new Retries.Answer(422, "");
      }
      case Filed.Refused(var refusal) -> {
        faults.add(new FieldError("main", refusal.code(), refusal.message()));
        yield new Retries.Answer(409, "");
      }
    };
  }

  private Told replayed(String id, Locale locale) {
    return cases
        .find(new CaseId(UUID.fromString(id)))
        .map(file -> told(new Filed.Taken(file), locale))
        .orElseGet(Told::noRequest);
  }

  private static Told told(Filed filed, Locale locale) {
    return switch (filed) {
      case Filed.Taken(var file) -> {
        var id = file.identity().id().value();
        var values = Requests.sent(id, Requests.notice(file), locale);
        yield new Told.Many(201, Listing.of("service_requests", "request", values));
      }
      case Filed.Faulty(var errors) -> faulty(errors);
      case Filed.Refused(var refusal) -> new Told.Wrong(400, List.of(refusal.message()));
    };
  }

  private static Told faulty(List<FieldError> errors) {
    return new Told.Wrong(400, errors.stream().map(Posting::named).distinct().toList());
  }

  /** With the name by which the specification knows the field. */
  private static Text named(FieldError error) {
    var name = RequestReading.parameter(error.field());
    return new Text(name + "：" + error.message().zh(), name + ": " + error.message().en());
  }
}
