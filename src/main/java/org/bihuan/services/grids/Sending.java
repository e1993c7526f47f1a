package org.bihuan.services.grids;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.intake.Retries;
import org.bihuan.services.grids.Records.Sent;
import org.springframework.stereotype.Component;

/** Sees to it that what a phone sends again, because no answer reached it, is done once. */
@Component
class Sending {

  /** A key that was used for something else. */
  static final List<FieldError> STALE =
      List.of(
          new FieldError(
              "main",
              "sent-before",
              new Text(
                  "这份表单已经提交过。如果要另记一件，请核对后再提交一次。",
                  "This form was sent before. If you mean another, check it and send it again.")));

  private final Records records;
  private final Retries retries;

  Sending(Records records, Retries retries) {
    this.records = records;
    this.retries = retries;
  }

  Sent capture(Typed typed, Actor actor) {
    return once("capture", typed, actor, () -> records.write(typed, actor));
  }

  Sent amend(UUID id, Typed typed, Actor actor) {
    var version = typed.value("version");
    long base = version.matches("\\d{1,9}") ? Long.parseLong(version) : 0;
    return once("amend " + id, typed, actor, () -> records.amend(id, base, typed.under(""), actor));
  }

  private Sent once(String what, Typed typed, Actor actor, Supplier<Sent> work) {
    var key = typed.value("key");
    if (!key.matches("[0-9a-f-]{36}")) {
      return new Sent.Wrong(STALE);
    }
    var done = new AtomicReference<Sent>(new Sent.Unknown());
    var request = new Retries.Request(actor.id(), key, what + " " + asked(typed));
    var outcome =
        retries.once(
            request,
            () -> {
              done.set(work.get());
              return Records.answer(done.get());
            });
    return switch (outcome) {
      case Retries.Outcome.Fresh _ -> done.get();
      case Retries.Outcome.Replayed(var answer) -> replayed(answer.body());
      case Retries.Outcome.KeyReused _ -> new Sent.Wrong(STALE);
    };
  }

  private static Sent replayed(String body) {
    var id = UUID.fromString(body.substring(body.indexOf(' ') + 1));
    return body.startsWith("clash") ? new Sent.Clashing(id) : new Sent.Kept(id);
  }

  /** Everything but what changes from one drawing of the form to the next. */
  private static String asked(Typed typed) {
    return new TreeMap<>(typed.values())
        .entrySet().stream()
            .filter(entry -> !entry.getKey().startsWith("_") && !entry.getKey().equals("key"))
            .toList()
            .toString();
  }
}
